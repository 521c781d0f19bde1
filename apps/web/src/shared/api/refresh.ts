import { authEndpoints } from '@baton/contracts/auth/auth.endpoints';
import type { SignedInResponse } from '@baton/contracts/auth/auth.response';
import { fromAnswer, isApiError } from './api-error';
import { http } from './http';
import { accessToken, endSession, getSession, startSession } from './session-store';

/** One tab at a time. Without locks (plain HTTP) the server's grace period covers two tabs at once. */
const alone = <T>(work: () => Promise<T>): Promise<T> =>
  navigator.locks ? navigator.locks.request('baton-refresh', work) : work();

/** Asked by the page itself, before the app's code was there (`build/first-script.js`). */
interface EarlyAnswer {
  status: number;
  body: unknown;
  retryAfter: string | null;
}

declare global {
  var batonRefresh: Promise<EarlyAnswer> | undefined;
}

/** Good for the first exchange and for no later one. */
function takeEarly(): Promise<EarlyAnswer> | undefined {
  const early = globalThis.batonRefresh;
  globalThis.batonRefresh = undefined;
  return early;
}

async function ask(early: Promise<EarlyAnswer> | undefined): Promise<SignedInResponse> {
  // Without an answer it is asked again.
  const answer = await early?.catch(() => undefined);
  if (answer && answer.status >= 400) throw fromAnswer(answer.status, answer.body, answer.retryAfter);
  const { method, path } = authEndpoints.refresh;
  return (answer?.body ?? (await http({ method, url: `/api${path}` }))) as SignedInResponse;
}

async function exchange(stale: string | null): Promise<boolean> {
  const early = takeEarly();
  // Another tab may have refreshed while this one waited for its turn.
  if (accessToken() !== null && accessToken() !== stale) return true;
  const wasOut = getSession().state === 'signed-out';
  try {
    const session = await ask(early);
    // Signed out meanwhile: that is the newer word.
    if (!wasOut && getSession().state === 'signed-out') return false;
    startSession(session);
    return true;
  } catch (error) {
    if (!isApiError(error) || (error.status !== 401 && error.status !== 403)) throw error;
    endSession();
    return false;
  }
}

let running: Promise<boolean> | null = null;

/**
 * Exchanges the refresh cookie for a new access token; callers at the same time share one exchange.
 * False means signed out. @throws ApiError when the server cannot be reached: the session is then left as it is
 */
export function refreshSession(stale: string | null = accessToken()): Promise<boolean> {
  running ??= alone(() => exchange(stale)).finally(() => {
    running = null;
  });
  return running;
}
