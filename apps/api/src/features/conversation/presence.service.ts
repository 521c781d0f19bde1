import type { Presence } from '@baton/contracts/realtime/events';
import type { TypingDto } from '@baton/contracts/realtime/realtime.dto';
import { type UserActor, userActor } from '@baton/domain/permissions/actor';
import { Injectable } from '@nestjs/common';
import { Log } from '../../platform/log/log.token.js';
import { type BatonServer, type BatonSocket, rooms } from '../../platform/realtime/realtime.js';
import type { Audience } from './timeline.queries.js';

/** How long one `ticket.typing` counts as editing. */
const EDITING_MS = 6000;

/** Where each audience of a ticket listens. */
export const AUDIENCE_ROOM: Record<Audience, (ticketId: string) => string> = {
  public: rooms.ticketPublic,
  internal: rooms.ticketInternal,
};
export const AUDIENCES = Object.keys(AUDIENCE_ROOM) as Audience[];

const ticketOf = (room: string): string | undefined => /^ticket:([^:]+):/.exec(room)?.[1];

/** Who has a ticket open, and who is writing. It lives in the sockets' rooms alone: nothing is stored, nothing left over. */
@Injectable()
export class PresenceService {
  private server: BatonServer | undefined;

  constructor(private readonly log: Log) {}

  attach(server: BatonServer): void {
    this.server = server;
  }

  async join(socket: BatonSocket, ticketId: string, audience: Audience): Promise<void> {
    for (const other of AUDIENCES) if (other !== audience) await socket.leave(AUDIENCE_ROOM[other](ticketId));
    // Gone while its rights were looked up: nothing would ever take it out of the room again.
    if (!socket.connected) return;
    await socket.join(AUDIENCE_ROOM[audience](ticketId));
    this.announce(ticketId);
  }

  async leave(socket: BatonSocket, ticketId: string): Promise<void> {
    for (const audience of AUDIENCES) await socket.leave(AUDIENCE_ROOM[audience](ticketId));
    this.announce(ticketId);
  }

  /** Moves everybody who has the ticket open to the side they may hear now; without one they hear nothing more. */
  async reseat(ticketId: string, sideOf: (actor: UserActor) => Promise<Audience | null>): Promise<void> {
    const viewers = this.server?.in(AUDIENCES.map((audience) => AUDIENCE_ROOM[audience](ticketId)));
    const sockets = await viewers?.fetchSockets().catch(() => undefined);
    // A process that does not say who it serves: all connect anew, and are asked again when they join.
    if (!sockets) return void viewers?.disconnectSockets(true);
    for (const socket of sockets) {
      const { userId: id, tenantId, role, sessionId } = socket.data.actor;
      // Made anew: the set of permissions does not survive the way from another process.
      const audience = await sideOf(userActor({ id, tenantId, role }, sessionId));
      for (const other of AUDIENCES) if (other !== audience) socket.leave(AUDIENCE_ROOM[other](ticketId));
      if (audience) socket.join(AUDIENCE_ROOM[audience](ticketId));
    }
    this.announce(ticketId);
  }

  /** A connection ended: its tickets' viewers are told once it has left the rooms. */
  left(socket: BatonSocket): void {
    const ticketIds = new Set([...socket.rooms].flatMap((room) => ticketOf(room) ?? []));
    setImmediate(() => {
      for (const ticketId of ticketIds) this.announce(ticketId);
    });
  }

  /** Typing a note is heard by the internal side only. Whoever has not joined is not heard at all. */
  async typing(socket: BatonSocket, { ticketId, internal = false }: TypingDto): Promise<void> {
    const audiences = AUDIENCES.filter((audience) => socket.rooms.has(AUDIENCE_ROOM[audience](ticketId)));
    if (audiences.length === 0 || (internal && !audiences.includes('internal'))) return;
    const { actor, name } = socket.data;
    const wasEditing = isEditing(socket.data.editing, ticketId, internal);
    socket.data.editing = { ticketId, internal, until: Date.now() + EDITING_MS };
    const to = internal
      ? [AUDIENCE_ROOM.internal(ticketId)]
      : AUDIENCES.map((audience) => AUDIENCE_ROOM[audience](ticketId));
    socket.to(to).emit('ticket.typing', { ticketId, userId: actor.userId, name, internal });
    if (!wasEditing) {
      const told: Audience[] = internal ? ['internal'] : AUDIENCES;
      this.announce(ticketId, told);
      setTimeout(() => this.announce(ticketId, told), EDITING_MS + 100).unref();
    }
  }

  /** Nobody waits for it: asking the other processes takes seconds when one of them has just died. */
  private announce(ticketId: string, told: readonly Audience[] = AUDIENCES): void {
    this.tell(ticketId, told).catch((error) => this.log.warn({ err: error }, 'presence could not be told'));
  }

  private async tell(ticketId: string, told: readonly Audience[]): Promise<void> {
    const sockets = await this.server
      ?.in(AUDIENCES.map((audience) => AUDIENCE_ROOM[audience](ticketId)))
      .fetchSockets();
    for (const audience of told) {
      const people = new Map<string, Presence>();
      for (const { data } of sockets ?? []) {
        const isWriting =
          isEditing(data.editing, ticketId, false) ||
          (audience === 'internal' && isEditing(data.editing, ticketId, true));
        const before = people.get(data.actor.userId);
        const state = isWriting || before?.state === 'editing' ? 'editing' : 'viewing';
        people.set(data.actor.userId, { userId: data.actor.userId, name: data.name, state });
      }
      this.server
        ?.to(AUDIENCE_ROOM[audience](ticketId))
        .emit('presence.changed', { ticketId, people: [...people.values()] });
    }
  }
}

const isEditing = (
  editing: { ticketId: string; internal: boolean; until: number } | undefined,
  ticketId: string,
  internal: boolean,
): boolean =>
  editing !== undefined && editing.ticketId === ticketId && editing.internal === internal && editing.until > Date.now();
