import type { SessionUserResponse } from '@baton/contracts/auth/auth.response';

const KEY = 'baton-session';
/** The cookie is out of a script's reach: signed out without a connection, it has to be ended at the next one. */
const OWED = 'baton-signed-out';
/** Longer without a word from the server, and this device has to ask before it shows anything. */
const KEPT_FOR_MS = 7 * 86_400_000;

interface KeptSession {
  user: SessionUserResponse;
  build: string;
  /** When the server last said so, in milliseconds. */
  confirmedAt: number;
}

/** Changes with every file of the app, because its start, the last script of the page, names them all. What another build kept may have another shape. */
export const BUILD =
  [...(globalThis.document?.querySelectorAll<HTMLScriptElement>('script[type="module"]') ?? [])].at(-1)?.src ?? '';

/** Whose session this browser held when it was last heard of, so that a start need not wait to be told again. */
export function keptUser(): SessionUserResponse | null {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? 'null') as KeptSession | null;
    const isCurrent = kept?.build === BUILD && Date.now() - kept.confirmedAt < KEPT_FOR_MS;
    return isCurrent ? kept.user : null;
  } catch {
    return null;
  }
}

/** A new session has a new cookie: the one to be ended is gone. */
export function keepSession(user: SessionUserResponse): void {
  try {
    localStorage.removeItem(OWED);
    localStorage.setItem(KEY, JSON.stringify({ user, build: BUILD, confirmedAt: Date.now() } satisfies KeptSession));
  } catch {
    // The next start asks the server first.
  }
}

export const forgetSession = (): void => localStorage.removeItem(KEY);

export const oweSignOut = (): void => localStorage.setItem(OWED, 'yes');
export const owesSignOut = (): boolean => localStorage.getItem(OWED) !== null;
export const paySignOut = (): void => localStorage.removeItem(OWED);
