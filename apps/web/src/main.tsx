import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { cacheIsWarm } from './app/cache';
import { Providers } from './app/providers';
import { AppRouter, preloadAddress } from './app/router';
import { restoreSession } from './shared/access/restore-session';

preloadAddress(location.pathname);
void restoreSession();

void cacheIsWarm().then(() => {
  createRoot(document.getElementById('root') as HTMLElement).render(
    <StrictMode>
      <Providers>
        <AppRouter />
      </Providers>
    </StrictMode>,
  );
});
