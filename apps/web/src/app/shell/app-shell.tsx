import Box from '@mui/material/Box';
import { useColorScheme } from '@mui/material/styles';
import { type ReactNode, Suspense, useEffect } from 'react';
import { Outlet, useLocation } from 'react-router-dom';
import { useUser } from '../../shared/access/use-session';
import { firstAnswers } from '../../shared/api/first-answers';
import { deskSocket } from '../../shared/realtime/socket';
import { lazyLater } from '../../shared/ui/lazy-later';
import { PageBody } from '../../shared/ui/page-body';
import { SkeletonRows } from '../../shared/ui/skeleton-rows';
import { ErrorBoundary } from '../error-boundary';
import { TicketPrefetching } from '../live/ticket-prefetching';
import { ConnectionBanner } from './connection-banner';
import { Header } from './header';
import { Rail } from './rail';
import { texts } from './shell.texts';

const CommandCenter = lazyLater(() => import('../palette/command-center').then((module) => module.CommandCenter));
const LiveDesk = lazyLater(() => import('../live/live-desk').then((module) => module.LiveDesk));

function SkipLink() {
  return (
    <Box
      component="a"
      href="#content"
      sx={{
        position: 'fixed',
        zIndex: 'tooltip',
        top: 8,
        left: 8,
        px: 2,
        py: 1,
        borderRadius: '8px',
        bgcolor: 'background.paper',
        color: 'primary.text',
        typography: 'button',
        '&:not(:focus)': { clipPath: 'inset(50%)' },
      }}
    >
      {texts.skip}
    </Box>
  );
}

/** A theme chosen on another device is taken over when somebody signs in here. */
function useProfileTheme(): void {
  const { theme } = useUser();
  const { setMode } = useColorScheme();
  useEffect(() => setMode(theme), [theme, setMode]);
}

function PageBoundary({ children }: { children: ReactNode }) {
  const { pathname } = useLocation();
  return <ErrorBoundary address={pathname}>{children}</ErrorBoundary>;
}

/** The frame around every page of the desk. It does not listen to the address, and so stands still between pages. */
export function AppShell() {
  useProfileTheme();
  useEffect(() => {
    void firstAnswers.then(deskSocket);
  }, []);
  return (
    <Box
      sx={{
        minHeight: '100dvh',
        pl: { xs: 0, md: '56px', lg: '80px' },
        pb: { xs: 'calc(64px + env(safe-area-inset-bottom))', md: 0 },
      }}
    >
      <SkipLink />
      <Suspense fallback={null}>
        <LiveDesk />
        <CommandCenter />
      </Suspense>
      <Header />
      <Rail />
      <Box
        component="main"
        id="content"
        tabIndex={-1}
        sx={{
          outline: 'none',
          '&:focus-visible': { outline: 'none', boxShadow: 'none' },
          // Panes are as high as the window leaves room for.
          '&:has([data-banner])': { '--banner-height': { xs: '56px', md: '44px' } },
        }}
      >
        <ConnectionBanner />
        <PageBoundary>
          <Suspense
            fallback={
              <PageBody>
                <SkeletonRows />
              </PageBody>
            }
          >
            <TicketPrefetching>
              <Outlet />
            </TicketPrefetching>
          </Suspense>
        </PageBoundary>
      </Box>
    </Box>
  );
}
