import type { ServerEvents } from '@baton/contracts/realtime/events';
import { useEffect, useEffectEvent, useSyncExternalStore } from 'react';
import { type ConnectionState, connectionState, type DeskSocket, deskSocket, watchConnection } from './socket';

/** Runs `work` with the connection; what it returns runs on leaving. */
export function useSocketEffect(work: (socket: DeskSocket) => () => void, key: unknown): void {
  const latest = useEffectEvent(work);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` is what the work depends on
  useEffect(() => {
    let leave: (() => void) | undefined;
    let gone = false;
    void deskSocket().then((socket) => {
      if (!gone) leave = latest(socket);
    });
    return () => {
      gone = true;
      leave?.();
    };
  }, [key]);
}

/** Calls the newest `handler` for each event of that name while the component is there. */
export function useSocketEvent<Name extends keyof ServerEvents>(name: Name, handler: ServerEvents[Name]): void {
  const latest = useEffectEvent((...event: Parameters<ServerEvents[Name]>) =>
    (handler as (...event: Parameters<ServerEvents[Name]>) => void)(...event),
  );
  useSocketEffect((socket) => {
    const listener = ((...event: Parameters<ServerEvents[Name]>) => latest(...event)) as never;
    socket.on(name, listener);
    return () => socket.off(name, listener);
  }, name);
}

/** Calls the newest `handler` now if connected, and after each reconnect: the place to join rooms and to catch up. */
export function useOnConnect(handler: (socket: DeskSocket) => void, key?: unknown): void {
  useSocketEffect((socket) => {
    const run = () => handler(socket);
    if (socket.connected) run();
    socket.on('connect', run);
    return () => socket.off('connect', run);
  }, key);
}

export const useConnectionState = (): ConnectionState => useSyncExternalStore(watchConnection, connectionState);
