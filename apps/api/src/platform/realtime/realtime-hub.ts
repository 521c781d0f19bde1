import type { ServerEvents } from '@baton/contracts/realtime/events';
import { Injectable } from '@nestjs/common';
import { Config } from '../../config/config.js';
import { type BatonServer, rooms } from './realtime.js';

type Arguments<E extends keyof ServerEvents> = Parameters<ServerEvents[E]>;
type EndReason = Parameters<ServerEvents['session.ended']>[0]['reason'];

/** Sending to rooms, from anywhere in the process. Silent until the gateway has a server; a worker reaches the sockets of other processes. */
@Injectable()
export class RealtimeHub {
  private server: BatonServer | undefined;

  constructor(private readonly config: Config) {}

  attach(server: BatonServer): void {
    this.server = server;
  }

  /** May somebody be in the room? What nobody hears need not be looked up. Other processes do not say. */
  mayBeHeard(room: string): boolean {
    if (!this.server) return false;
    return this.config.ROLE !== 'all' || this.server.sockets.adapter.rooms.has(room);
  }

  /** One event to everybody in any of the rooms; each receives it once. */
  send<E extends keyof ServerEvents>(to: string | string[], event: E, ...payload: Arguments<E>): void {
    this.server?.to(to).emit(event, ...payload);
  }

  /** Cuts the sockets of a session or of everything a user has open, on every process. */
  end(target: { sessionId: string } | { userId: string }, reason: EndReason): void {
    const room = 'sessionId' in target ? rooms.session(target.sessionId) : rooms.user(target.userId);
    this.server?.to(room).emit('session.ended', { reason });
    this.server?.in(room).disconnectSockets(true);
  }

  /** Puts a user's sockets into a room or takes them out, when teams or roles change. */
  move(userId: string, room: string, inside: boolean): void {
    const sockets = this.server?.in(rooms.user(userId));
    if (inside) sockets?.socketsJoin(room);
    else sockets?.socketsLeave(room);
  }
}
