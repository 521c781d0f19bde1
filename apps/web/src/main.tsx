import { StrictMode, startTransition } from 'react';
import { cacheIsWarm } from './app/cache';
import { Providers } from './app/providers';
import { createRoot } from './app/react';
import { AppRouter, preloadAddress } from './app/router';
import { restoreSession } from './shared/access/restore-session';
import { sessionIsKnown } from './shared/api/session-store';

/** By then somebody who waits is told what for. */
const PATIENCE_MS = 2500;

const { code, needsSession } = preloadAddress(location.pathname);
void restoreSession();

/** The picture of the desk stays until it can be filled. */
const known = needsSession && Promise.race([sessionIsKnown(), new Promise((done) => setTimeout(done, PATIENCE_MS))]);

void Promise.all([known, code])
  .then(cacheIsWarm)
  .then(() => {
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
