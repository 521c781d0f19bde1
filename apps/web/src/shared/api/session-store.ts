import type { SessionUserResponse, SignedInResponse } from '@baton/contracts/auth/auth.response';

export type Session =
  | { state: 'unknown' }
  | { state: 'signed-out' }
  | { state: 'signed-in'; accessToken: string; user: SessionUserResponse };

type Listener = () => void;

let session: Session = { state: 'unknown' };
const listeners = new Set<Listener>();

// Tabs share one session: one refreshes for all, and signing out of one signs out of all.
const channel = new BroadcastChannel('baton-session');
channel.onmessage = (event: MessageEvent<Session>) => replace(event.data);

function replace(next: Session): void {
  session = next;
  for (const listener of listeners) listener();
}

function announce(next: Session): void {
  replace(next);
  channel.postMessage(next);
}

export const getSession = (): Session => session;

/** The access token lives here, in memory, and nowhere else. */
export const accessToken = (): string | null => (session.state === 'signed-in' ? session.accessToken : null);

export const subscribe = (listener: Listener): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const startSession = ({ accessToken, user }: SignedInResponse): void =>
  announce({ state: 'signed-in', accessToken, user });

export const endSession = (): void => announce({ state: 'signed-out' });

/** The profile changed; the token stays. */
export const updateSessionUser = (user: SessionUserResponse): void => {
  if (session.state === 'signed-in') announce({ ...session, user });
};
