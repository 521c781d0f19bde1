import { refreshSession } from '../api/refresh';
import { getSession } from '../api/session-store';

const RETRY_MS = 3000;

/** Tries the refresh cookie once at start. Unreachable is not signed out: it is tried again until there is an answer. */
export async function restoreSession(): Promise<void> {
  while (getSession().state === 'unknown') {
    try {
      await refreshSession();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
  }
}
