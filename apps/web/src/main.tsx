import { StrictMode, startTransition } from 'react';
import { cacheIsWarm, queryClient } from './app/cache';
import { Providers } from './app/providers';
import { createRoot } from './app/react';
import { AppRouter, preloadAddress } from './app/router';
import { restoreSession } from './shared/access/restore-session';
import { forgetEarlyAnswers } from './shared/api/early-answers';
import { firstAnswers } from './shared/api/first-answers';
import { sessionIsKnown } from './shared/api/session-store';

/** By then somebody who waits is told what for. */
const PATIENCE_MS = 2500;

const { code, needsSession, askAhead } = preloadAddress(location.pathname);
void restoreSession();
void firstAnswers.then(forgetEarlyAnswers);

/** The picture of the desk stays until it can be filled. */
const known = needsSession && Promise.race([sessionIsKnown(), new Promise((done) => setTimeout(done, PATIENCE_MS))]);

/**
 * What has come by then is in the first picture, which would else be drawn twice. Who is shown what this device kept
 * waits for nothing.
 */
const SOON_MS = 150;
const hasKept = () => queryClient.getQueryCache().getAll().length > 0;
const soon = () => new Promise((done) => setTimeout(done, hasKept() ? 0 : SOON_MS));

void Promise.all([known, code])
  .then(cacheIsWarm)
  .then(() => Promise.race([soon(), askAhead(queryClient).catch(() => undefined)]))
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
