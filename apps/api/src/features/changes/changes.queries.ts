import type { ListChangesQuery } from '@baton/contracts/changes/changes.dto';
import type { ChangeResponse, ChangesResponse } from '@baton/contracts/changes/changes.response';
import type { UserActor } from '@baton/domain/permissions/actor';
import { Injectable } from '@nestjs/common';
import { SqlParameters } from '../../platform/database/sql-parameters.js';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import { teamsHiddenFrom, visibleTo } from '../tickets/ticket-visibility.queries.js';
import {
  type ChangesCursor,
  decodeChangesCursor,
  encodeChangesCursor,
  strangeCursor,
} from './changes-cursor.presenter.js';

const DEFAULT_LIMIT = 500;

/** A restored database counts its transactions anew, and holds events of numbers it has yet to reach. They are old. */
const REACHED = 'e.xid < (SELECT pg_snapshot_xmax(pg_current_snapshot()))';

/** Where the order of transactions stands. */
interface Standing {
  /** Every transaction before this one has ended. */
  settled: string;
  /** None has begun from here on. */
  next: string;
}

interface EventRow {
  xid: string;
  id: string;
  ticketId: string;
  /** It took the ticket out of the reader's sight. */
  parting: boolean;
}

/**
 * Which tickets changed, in the order of the writing transactions. A transaction commits when it likes, so the events
 * of an older one can appear after those of a younger one have been read: what is read ends with everything there is,
 * what is asked for next begins where all transactions had ended. So changes may come twice, and none is left out.
 */
@Injectable()
export class ChangesQueries {
  constructor(private readonly transaction: TenantTransaction) {}

  since(actor: UserActor, { after, limit = DEFAULT_LIMIT }: ListChangesQuery): Promise<ChangesResponse> {
    const start = after === undefined ? null : decodeChangesCursor(after);
    return this.transaction.read(actor, async () => {
      // In this order, in one round trip.
      const [standing, events] = await Promise.all([this.standing(), start ? this.events(actor, start, limit) : []]);
      if (start && isAhead(start, standing)) throw strangeCursor();
      const settled = start?.settled ?? standing.settled;
      const back = { xid: settled, id: null, settled: null };
      if (!start) return { items: [], cursor: encodeChangesCursor(back), hasMore: false };
      const last = events.length === limit ? events.at(-1) : undefined;
      const cursor = encodeChangesCursor(last ? { xid: last.xid, id: last.id, settled } : back);
      return { items: await this.tickets(actor, events), cursor, hasMore: last !== undefined };
    });
  }

  /** Asked for before the events are read: what is missed then comes next time. */
  private async standing(): Promise<Standing> {
    const [row] = await this.transaction.query<Standing>(
      'SELECT pg_snapshot_xmin(now)::text AS settled, pg_snapshot_xmax(now)::text AS next FROM pg_current_snapshot() now',
    );
    return row!;
  }

  private events(actor: UserActor, { xid, id }: ChangesCursor, limit: number): Promise<EventRow[]> {
    const parameters = new SqlParameters();
    const from = `${parameters.add(xid)}::text::xid8`;
    const after = id === null ? `e.xid >= ${from}` : `(e.xid, e.id) > (${from}, ${parameters.add(id)}::uuid)`;
    const audience = actor.permissions.has('ticket.readAll') ? 'true' : 'e.public_seq IS NOT NULL';
    return this.transaction.query<EventRow>(
      `SELECT e.xid::text, e.id, e.ticket_id AS "ticketId", ${partingFrom(actor, parameters)} AS parting
       FROM events_of_tenant e
       WHERE e.tenant_id = ${parameters.add(actor.tenantId)} AND e.ticket_id IS NOT NULL AND ${audience} AND ${after} AND ${REACHED}
       ORDER BY e.xid, e.id LIMIT ${parameters.add(limit)}`,
      parameters.values,
    );
  }

  /** Each ticket once, as it is now: changed for those who see it, removed for those who did until one of the events. */
  private async tickets(actor: UserActor, events: EventRow[]): Promise<ChangeResponse[]> {
    const ids = [...new Set(events.map(({ ticketId }) => ticketId))];
    if (ids.length === 0) return [];
    const parted = new Set(events.filter(({ parting }) => parting).map(({ ticketId }) => ticketId));
    const versions = await this.versions(actor, ids);
    return ids.flatMap((ticketId): ChangeResponse[] => {
      const version = versions.get(ticketId);
      if (version !== undefined) return [{ ticketId, version, kind: 'changed' }];
      return parted.has(ticketId) ? [{ ticketId, version: 0, kind: 'removed' }] : [];
    });
  }

  private async versions(actor: UserActor, ids: string[]): Promise<Map<string, number>> {
    const parameters = new SqlParameters();
    const rows = await this.transaction.query<{ id: string; version: number }>(
      `SELECT t.id, t.version FROM tickets t
       WHERE t.tenant_id = ${parameters.add(actor.tenantId)} AND t.id = ANY(${parameters.add(ids)}::uuid[]) AND ${visibleTo(actor, parameters)}`,
      parameters.values,
    );
    return new Map(rows.map(({ id, version }) => [id, version]));
  }
}

/** Of the database before a restore: what happened since stands behind it. */
const isAhead = ({ xid }: ChangesCursor, { next }: Standing): boolean => BigInt(xid) > BigInt(next);

/** Did the event take the ticket away from somebody who saw it: as a watcher, or with a team that is not hidden? SQL over `e`. */
function partingFrom(actor: UserActor, parameters: SqlParameters): string {
  const watched = `(e.type = 'ticket.watcher_removed' AND e.data -> 'who' ->> 'id' = ${parameters.add(actor.userId)})`;
  if (!actor.permissions.has('ticket.readAll') || actor.permissions.has('ticket.readRestricted')) return watched;
  return `(${watched} OR (e.type = 'ticket.team_changed'
    AND coalesce((e.data -> 'from' ->> 'id')::uuid <> ALL(${teamsHiddenFrom(actor, parameters)}), true)))`;
}
