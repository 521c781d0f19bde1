import { refreshSession } from '../api/refresh';
import { isUnconfirmed, resumeSession } from '../api/session-store';
import { keptUser } from '../storage/kept-session';
import { finishSignOut } from './sign-out';

const RETRY_MS = 3000;

/**
 * Goes on as whoever this browser last knew and tries the refresh cookie at once. Unreachable is not signed out: it is
 * tried again until there is an answer. A refusal signs out, and with that takes away what is kept.
 */
export async function restoreSession(): Promise<void> {
  const user = keptUser();
  if (user) resumeSession(user);
  while (isUnconfirmed()) {
    try {
      await finishSignOut();
      await refreshSession();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
  }
}
