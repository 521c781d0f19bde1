import type { ClientEvents, ServerEvents } from '@baton/contracts/realtime/events';
import type { Socket } from 'socket.io-client';
import { refreshSession } from '../api/refresh';
import { accessToken, endSession, getSession, subscribe } from '../api/session-store';
import { whenIdle } from '../layout/when-idle';
import { forgetPersonal } from '../storage/personal-storage';

export type DeskSocket = Socket<ServerEvents, ClientEvents>;
export type ConnectionState = 'connecting' | 'connected' | 'disconnected';

let socket: Promise<DeskSocket> | null = null;
let state: ConnectionState = 'connecting';
const watchers = new Set<() => void>();

export const connectionState = (): ConnectionState => state;
export const watchConnection = (watcher: () => void): (() => void) => {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
};

function setState(next: ConnectionState): void {
  state = next;
  for (const watcher of watchers) watcher();
}

/**
 * A session resumed from this device has no token yet. Without one the handshake is refused, and tried again. Whoever
 * has signed out is not signed in again by it.
 */
const confirmed = async (): Promise<unknown> =>
  getSession().state === 'signed-in' && accessToken() === null ? refreshSession().catch(() => undefined) : undefined;

async function open(): Promise<DeskSocket> {
  setState('connecting');
  // What is on the screen comes first.
  await new Promise<void>((resolve) => whenIdle(resolve));
  const { io } = await import('socket.io-client');
  // Against the document's base, as a link would be.
  const made: DeskSocket = io(new URL(document.baseURI).origin, {
    auth: (answer) => void confirmed().then(() => answer({ token: accessToken() })),
    reconnectionDelay: 500,
    reconnectionDelayMax: 5000,
  });
  made.on('connect', () => setState('connected'));
  made.on('disconnect', (reason) => {
    setState('disconnected');
    // The server cut it: the token ran out, or the session did. Only a renewed token may come back.
    if (reason === 'io server disconnect') void renew(made);
  });
  made.on('connect_error', () => {
    setState('disconnected');
    // Refused at the handshake, where no retry follows by itself.
    if (!made.active) void renew(made);
  });
  // Whoever listens for one hears of each.
  made.on('tickets.changed', ({ tickets, changed }) => {
    for (const ticket of tickets) for (const hear of made.listeners('ticket.changed')) hear({ ...ticket, changed });
  });
  made.on('session.ended', ({ reason }) => {
    if (reason === 'changed') return;
    // Ended on purpose, while somebody was here to hear of it: then nothing stays.
    forgetPersonal();
    endSession();
  });
  return made;
}

const RENEW_PAUSE_MS = 1000;

/** After signing out, and for the next person, there is another connection or none. */
const isCurrent = async (made: DeskSocket): Promise<boolean> =>
  getSession().state === 'signed-in' && (await socket) === made;

async function renew(broken: DeskSocket): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, RENEW_PAUSE_MS));
  if (!(await isCurrent(broken))) return;
  try {
    if ((await refreshSession()) && (await isCurrent(broken))) broken.connect();
  } catch {
    void renew(broken);
  }
}

async function close(): Promise<void> {
  const closing = socket;
  socket = null;
  (await closing)?.disconnect();
}

/** The one connection of this tab, opened by its first user; its code is loaded only then. */
export function deskSocket(): Promise<DeskSocket> {
  socket ??= open();
  return socket;
}

subscribe(() => {
  if (getSession().state === 'signed-out') void close();
});
