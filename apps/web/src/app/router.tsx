import { roleMay } from '@baton/domain/permissions/roles';
import type { QueryClient } from '@tanstack/react-query';
import { Fragment, type ReactNode, Suspense, useDeferredValue } from 'react';
import { createRoutesFromElements, matchPath, Navigate, Route, Router, useLocation, useRoutes } from 'react-router-dom';
import { RequirePermission } from '../shared/access/require-permission';
import { useSession } from '../shared/access/use-session';
import { getSession } from '../shared/api/session-store';
import { ownTurn } from '../shared/api/turns';
import { address, useAddress } from '../shared/ui/address';
import { loadedAhead } from '../shared/ui/loaded-ahead';
import { ErrorBoundary } from './error-boundary';
import { type AppRoute, type Frame, routes } from './routes';
import { Unreachable } from './shell/unreachable';

const { Page: AppShell, preload: loadShell } = loadedAhead(() => import('./shell/app-shell'), 'AppShell');
const { Page: AdminLayout, preload: loadAdmin } = loadedAhead(() => import('./shell/admin-layout'), 'AdminLayout');

const FRAMES: Record<Frame, (() => Promise<unknown>)[]> = {
  bare: [],
  desk: [loadShell],
  admin: [loadShell, loadAdmin],
};

interface Start {
  /** Settles once the page's code is there, or cannot be had. */
  code: Promise<unknown>;
  needsSession: boolean;
  /** Asks what the page will ask for first, once its code is there. */
  askAhead: (client: QueryClient) => Promise<void>;
}

/** Fetches the code of the page asked for while the session is being restored. */
export function preloadAddress(path: string): Start {
  const route = routes.find((each) => matchPath(each.path, path));
  if (!route) return { code: Promise.resolve(), needsSession: false, askAhead: async () => undefined };
  const code = Promise.allSettled([route.preload, ...FRAMES[route.frame]].map((load) => ownTurn().then(load)));
  const askAhead = async (client: QueryClient) => {
    const session = getSession();
    const may = session.state === 'signed-in' && (!route.needs || roleMay(session.user.role, route.needs));
    if (may) await (await route.preload()).default.askAhead?.(client, location.search);
  };
  return { code, needsSession: route.frame !== 'bare', askAhead };
}

/** The desk is for people who signed in; the others come back here after they have. Another person or role starts anew. */
function SignedIn({ children }: { children: ReactNode }) {
  const { state, user } = useSession();
  const location = useLocation();
  // The whole desk at once would hold up the browser; deferred, it is drawn in slices.
  const isKnown = useDeferredValue(state !== 'unknown');
  if (!isKnown || state === 'unknown') return <Unreachable />;
  return user ? (
    <Fragment key={`${user.id} ${user.role}`}>{children}</Fragment>
  ) : (
    <Navigate to="/sign-in" replace state={{ from: location }} />
  );
}

const inFrame = (frame: Frame) =>
  routes
    .filter((route) => route.frame === frame)
    .map(({ path, needs, Page }: AppRoute) => (
      <Route
        key={path}
        path={path}
        element={
          <RequirePermission permission={needs}>
            <Page />
          </RequirePermission>
        }
      />
    ));

/** Made once: the router would make them anew of each step to another address. */
const pages = createRoutesFromElements(
  <>
    {inFrame('bare')}
    <Route
      element={
        <SignedIn>
          <AppShell />
        </SignedIn>
      }
    >
      {inFrame('desk')}
      <Route
        element={
          <RequirePermission permission="registration.decide">
            <AdminLayout />
          </RequirePermission>
        }
      >
        {inFrame('admin')}
      </Route>
    </Route>
  </>,
);

const Pages = () => useRoutes(pages);

/** What is clicked is rendered in one go; transitions would leave the click waiting behind everything else. */
export function AppRouter() {
  const { location, action } = useAddress();
  return (
    <Router navigator={address} location={location} navigationType={action} useTransitions={false}>
      <ErrorBoundary>
        <Suspense fallback={null}>
          <Pages />
        </Suspense>
      </ErrorBoundary>
    </Router>
  );
}
