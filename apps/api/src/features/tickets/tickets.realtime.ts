import { systemActor } from '@baton/domain/permissions/actor';
import type { TenantId } from '@baton/domain/shared/brand';
import { Injectable } from '@nestjs/common';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import { rooms } from '../../platform/realtime/realtime.js';
import { RealtimeHub } from '../../platform/realtime/realtime-hub.js';
import type { TicketEntity } from './ticket.entity.js';

/** What decides who hears of a change. */
export interface Hearing {
  /** A ticket that leaves a team disappears from that team's lists too. */
  formerTeamId: string | null;
  /** False for what only those who work on the ticket may notice. */
  isPublic: boolean;
}

const RESTRICTED = 'SELECT id FROM teams WHERE tenant_id = $1 AND id = ANY($2) AND restricted';

/** Who hears that a ticket changed: its people, and the part of the desk that may see it. */
@Injectable()
export class TicketsRealtime {
  constructor(
    private readonly hub: RealtimeHub,
    private readonly transaction: TenantTransaction,
  ) {}

  async ticketChanged(ticket: TicketEntity, changed: string[], hearing: Hearing): Promise<void> {
    const { id: ticketId, version } = ticket;
    this.hub.send(await this.audience(ticket, hearing), 'ticket.changed', { ticketId, version, changed });
  }

  /** Those who work on tickets hear that promises on them are others now; one look for all of them, one push a room. */
  async promisesChanged(tenantId: TenantId, tickets: readonly Pick<TicketEntity, 'id' | 'version' | 'teamId'>[]) {
    const teamIds = [...new Set(tickets.flatMap(({ teamId }) => teamId ?? []))];
    const restricted = await this.transaction.read(systemActor(tenantId), () =>
      this.transaction.query<{ id: string }>(RESTRICTED, [tenantId, teamIds]),
    );
    const hidden = new Set(restricted.map(({ id }) => id));
    const deskOf = (teamId: string | null) =>
      teamId && hidden.has(teamId) ? rooms.team(teamId) : rooms.desk(tenantId);
    const changed = ['sla'];
    for (const desk of new Set(tickets.map(({ teamId }) => deskOf(teamId)))) {
      const theirs = tickets.filter(({ teamId }) => deskOf(teamId) === desk);
      const [one, ...others] = theirs.map(({ id, version }) => ({ ticketId: id, version }));
      if (!one) continue;
      const audience = [desk, rooms.admins(tenantId)];
      if (others.length === 0) this.hub.send(audience, 'ticket.changed', { ...one, changed });
      else this.hub.send(audience, 'tickets.changed', { tickets: [one, ...others], changed });
    }
  }

  private async audience(ticket: TicketEntity, { formerTeamId, isPublic }: Hearing): Promise<string[]> {
    const tenantId = ticket.tenantId as TenantId;
    const { restricted, watcherIds } = await this.transaction.read(systemActor(tenantId), async () => {
      const [row] = await this.transaction.query<{ restricted: string[]; watcherIds: string[] }>(
        `SELECT ARRAY(SELECT id FROM teams WHERE tenant_id = $1 AND id = ANY($2) AND restricted) AS restricted,
          ARRAY(SELECT user_id FROM ticket_watchers WHERE tenant_id = $1 AND ticket_id = $3) AS "watcherIds"`,
        [tenantId, [ticket.teamId, formerTeamId].filter(Boolean), ticket.id],
      );
      return row ?? { restricted: [], watcherIds: [] };
    });
    const people = isPublic ? [ticket.requesterId, ticket.submittedById, ...watcherIds].map(rooms.user) : [];
    const isHidden = (teamId: string | null) => teamId !== null && restricted.includes(teamId);
    const desk = isHidden(ticket.teamId) && isHidden(formerTeamId) ? [] : [rooms.desk(tenantId)];
    return [...people, ...desk, ...restricted.map(rooms.team), rooms.admins(tenantId)];
  }
}
