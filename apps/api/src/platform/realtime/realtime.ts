import type { ClientEvents, ServerEvents } from '@baton/contracts/realtime/events';
import type { UserActor } from '@baton/domain/permissions/actor';
import type { DefaultEventsMap, Server, Socket } from 'socket.io';

/** What a connected socket is known by. */
export interface SocketData {
  actor: UserActor;
  name: string;
  /** Set by the latest sign of typing; meaningful until `until` (milliseconds). */
  editing?: { ticketId: string; internal: boolean; until: number };
}

export type BatonServer = Server<ClientEvents, ServerEvents, DefaultEventsMap, SocketData>;
export type BatonSocket = Socket<ClientEvents, ServerEvents, DefaultEventsMap, SocketData>;

/** Room names. Only these strings are ever joined or sent to. */
export const rooms = {
  user: (userId: string) => `user:${userId}`,
  session: (sessionId: string) => `session:${sessionId}`,
  /** Coordinators and admins of a tenant: tickets of no restricted team. */
  desk: (tenantId: string) => `desk:${tenantId}`,
  /** Members of a restricted team. */
  team: (teamId: string) => `team:${teamId}`,
  admins: (tenantId: string) => `admins:${tenantId}`,
  /** Somebody who has the ticket open: the public side. */
  ticketPublic: (ticketId: string) => `ticket:${ticketId}:public`,
  /** Somebody who has the ticket open and reads notes. */
  ticketInternal: (ticketId: string) => `ticket:${ticketId}:internal`,
} as const;
