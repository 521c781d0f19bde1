import { StrictMode, startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import { cacheIsWarm } from './app/cache';
import { Providers } from './app/providers';
import { AppRouter, preloadAddress } from './app/router';
import { restoreSession } from './shared/access/restore-session';

const code = preloadAddress(location.pathname);
void restoreSession();

void Promise.all([cacheIsWarm(), code]).then(() => {
  const root = createRoot(document.getElementById('root') as HTMLElement);
  // In slices, between which the browser gets its turn.
  startTransition(() =>
    root.render(
      <StrictMode>
        <Providers>
          <AppRouter />
        </Providers>
      </StrictMode>,
    ),
  );
});
