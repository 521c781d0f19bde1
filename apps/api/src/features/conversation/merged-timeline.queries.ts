import type { TimelineEntryResponse } from '@baton/contracts/conversation/conversation.response';
import type { MergedRequest, TicketRef, TimelineData, TimelineType } from '@baton/contracts/conversation/timeline-data';
import type { Actor } from '@baton/domain/permissions/actor';
import { formatTicketNumber } from '@baton/domain/tickets/ticket-number';
import { Injectable } from '@nestjs/common';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import { AttachmentQueries } from '../files/attachment.queries.js';
import { TicketMergesQueries } from '../tickets/ticket-merges.queries.js';
import { type PersonRow, presentPerson } from '../users/person.presenter.js';
import type { EntryRow } from './conversation.presenter.js';

/** The last time each ticket was merged into this one: there its request is shown. */
const MERGE_ENTRIES = `
SELECT DISTINCT ON (data #>> '{from,id}') id, data #>> '{from,id}' AS "branchId" FROM events
WHERE tenant_id = $1 AND ticket_id = $2 AND type = 'ticket.merged' AND data ? 'from'
ORDER BY data #>> '{from,id}', seq DESC`;

const REQUESTS = `
SELECT t.id, t.number, o.ticket_prefix AS prefix, t.subject, t.description_html AS description, t.created_at AS "createdAt",
  json_build_object('id', u.id, 'name', u.name, 'role', u.role, 'avatarKey', u.avatar_key) AS requester
FROM tickets t JOIN tenants o ON o.id = t.tenant_id JOIN users u ON u.tenant_id = t.tenant_id AND u.id = t.requester_id
WHERE t.tenant_id = $1 AND t.id = ANY($2)`;

interface RequestRow {
  id: string;
  number: number;
  prefix: string;
  subject: string;
  description: string;
  createdAt: Date;
  requester: PersonRow;
}

/** An entry that tells of a merge, and which ticket came with it. */
interface Place {
  id: string;
  branchId: string;
}

type Shown = Pick<TimelineData['ticket.merged'], 'requests'>;

/** Where an entry names a ticket that its reader may not be allowed to see. */
const NAMING: { [T in TimelineType]?: keyof TimelineData[T] } = {
  'ticket.merged': 'into',
  'ticket.unmerged': 'outOf',
  'ticket.split': 'to',
  'ticket.unsplit': 'to',
  'ticket.linked': 'other',
  'ticket.unlinked': 'other',
};

/** Does the entry stand for a message that lives on another ticket now? */
export const isElsewhere = ({ livesIn, ticketId }: EntryRow): boolean => livesIn !== null && livesIn !== ticketId;

/** The other ticket as it was called when the entry was written. */
function namedIn({ type, data }: EntryRow): { key: string; id: string } | null {
  const key = NAMING[type as TimelineType];
  const ref = key && (data[key] as TicketRef | undefined);
  return ref ? { key, id: ref.id } : null;
}

const tellsRequests = ({ type, data }: EntryRow): boolean => type === 'ticket.merged' && 'from' in data;

/**
 * What other tickets mean for a timeline, filled in as it is now: what they are called, where messages went, and what
 * merged tickets had asked.
 */
@Injectable()
export class MergedTimelineQueries {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly merges: TicketMergesQueries,
    private readonly attachments: AttachmentQueries,
  ) {}

  /** Most timelines know of no other ticket, and pass without a statement. */
  async complete(
    actor: Actor,
    ticketId: string,
    rows: readonly EntryRow[],
    entries: TimelineEntryResponse[],
  ): Promise<TimelineEntryResponse[]> {
    if (!rows.some((row) => isElsewhere(row) || row.type in NAMING)) return entries;
    const names = await this.names(actor, rows);
    const requests = await this.requests(actor, ticketId, rows);
    return entries.map((entry, index) => {
      const row = rows[index] as EntryRow;
      if (isElsewhere(row))
        return { ...entry, type: 'message.moved', data: { to: names.get(row.livesIn ?? '') ?? null } };
      const named = namedIn(row);
      const name = named && { [named.key]: names.get(named.id) ?? null };
      return { ...entry, data: { ...entry.data, ...name, ...requests.get(row.id) } };
    });
  }

  /** Nothing is named in what several people will read: not all of them may see that ticket. */
  private async names(actor: Actor, rows: readonly EntryRow[]): Promise<Map<string, TicketRef>> {
    if (actor.kind === 'system') return new Map();
    const ids = rows.flatMap((row) => (isElsewhere(row) ? [row.livesIn as string] : (namedIn(row)?.id ?? [])));
    return this.merges.named(actor, [...new Set(ids)]);
  }

  /** By the id of the entry that shows them. */
  private async requests(actor: Actor, ticketId: string, rows: readonly EntryRow[]): Promise<Map<string, Shown>> {
    const wanted = new Set(rows.filter(tellsRequests).map(({ id }) => id));
    if (wanted.size === 0 || (await this.merges.chain(actor, ticketId)).length > 0) return new Map();
    const tree = await this.merges.tree(actor, ticketId);
    const places = await this.transaction.query<Place>(MERGE_ENTRIES, [actor.tenantId, ticketId]);
    const shown = places.filter(({ id }) => wanted.has(id));
    const known = await this.requestsOf(
      actor,
      tree.filter(({ branchId }) => shown.some((place) => place.branchId === branchId)).map(({ id }) => id),
    );
    return new Map(
      shown.map(({ id, branchId }): [string, Shown] => {
        const merged = tree.filter((each) => each.branchId === branchId);
        return [id, merged.length > 0 ? { requests: merged.flatMap((each) => known.get(each.id) ?? []) } : {}];
      }),
    );
  }

  private async requestsOf(actor: Actor, ids: readonly string[]): Promise<Map<string, MergedRequest>> {
    const rows = await this.transaction.query<RequestRow>(REQUESTS, [actor.tenantId, ids]);
    const files = await this.attachments.ofDescriptions(actor, ids);
    return new Map(rows.map((row) => [row.id, presentRequest(row, files.get(row.id) ?? [])]));
  }
}

const presentRequest = (row: RequestRow, attachments: MergedRequest['attachments']): MergedRequest => ({
  ticket: { id: row.id, number: formatTicketNumber(row.prefix, row.number) },
  subject: row.subject,
  description: row.description,
  requester: presentPerson(row.requester),
  attachments,
  createdAt: row.createdAt.toISOString(),
});
