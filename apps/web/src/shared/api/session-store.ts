import type { SessionUserResponse, SignedInResponse } from '@baton/contracts/auth/auth.response';
import { forgetSession, keepSession } from '../storage/kept-session';

export type Session =
  | { state: 'unknown' }
  | { state: 'signed-out' }
  /** The token is null while only this device says who it is: the server is being asked. */
  | { state: 'signed-in'; accessToken: string | null; user: SessionUserResponse };

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
  if (next.state === 'signed-in') keepSession(next.user);
  else forgetSession();
  replace(next);
  channel.postMessage(next);
}

export const getSession = (): Session => session;

/** The access token lives here, in memory, and nowhere else. */
export const accessToken = (): string | null => (session.state === 'signed-in' ? session.accessToken : null);

/** Whether the server still has to say who this is. */
export const isUnconfirmed = (): boolean => session.state !== 'signed-out' && accessToken() === null;

export const subscribe = (listener: Listener): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Settles as soon as this device or the server has said whether somebody is signed in. */
export const sessionIsKnown = (): Promise<void> =>
  new Promise((resolve) => {
    if (session.state !== 'unknown') return resolve();
    const stop = subscribe(() => {
      if (session.state === 'unknown') return;
      stop();
      resolve();
    });
  });

export const startSession = ({ accessToken, user }: SignedInResponse): void =>
  announce({ state: 'signed-in', accessToken, user });

/** Goes on as the person this browser last knew, until the server has answered. Other tabs know better. */
export const resumeSession = (user: SessionUserResponse): void =>
  replace({ state: 'signed-in', accessToken: null, user });

export const endSession = (): void => announce({ state: 'signed-out' });

/** The profile changed; the token stays. */
export const updateSessionUser = (user: SessionUserResponse): void => {
  if (session.state === 'signed-in') announce({ ...session, user });
};
