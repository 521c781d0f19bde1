import { Fragment, lazy, type ReactNode, Suspense } from 'react';
import { BrowserRouter, matchPath, Navigate, Route, Routes, useLocation } from 'react-router-dom';
import { RequirePermission } from '../shared/access/require-permission';
import { useSession } from '../shared/access/use-session';
import { ErrorBoundary } from './error-boundary';
import { type AppRoute, type Frame, routes } from './routes';
import { Unreachable } from './shell/unreachable';

const loadShell = () => import('./shell/app-shell');
const AppShell = lazy(() => loadShell().then((module) => ({ default: module.AppShell })));
const AdminLayout = lazy(() => import('./shell/admin-layout').then((module) => ({ default: module.AdminLayout })));

/** Fetches the code of the page asked for while the session is still being restored. */
export function preloadAddress(path: string): void {
  const route = routes.find((each) => matchPath(each.path, path));
  void route?.preload();
  if (route && route.frame !== 'bare') void loadShell();
}

/** The desk is for people who signed in; the others come back here after they have. Another person or role starts anew. */
function SignedIn({ children }: { children: ReactNode }) {
  const { state, user } = useSession();
  const location = useLocation();
  if (state === 'unknown') return <Unreachable />;
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

export function AppRouter() {
  return (
    // What is clicked is rendered in one go; transitions would leave the click waiting behind everything else.
    <BrowserRouter useTransitions={false}>
      <ErrorBoundary>
        <Suspense fallback={null}>
          <Routes>
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
          </Routes>
        </Suspense>
      </ErrorBoundary>
    </BrowserRouter>
  );
}
