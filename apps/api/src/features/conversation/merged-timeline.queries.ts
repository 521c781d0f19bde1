import type { TimelineEntryResponse } from '@baton/contracts/conversation/conversation.response';
import type { MergedRequest, TicketRef, TimelineData } from '@baton/contracts/conversation/timeline-data';
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

type Data = Partial<TimelineData['ticket.merged'] & TimelineData['ticket.unmerged']>;

/** Does the entry stand for a message that lives on another ticket now? */
export const isElsewhere = ({ livesIn, ticketId }: EntryRow): boolean => livesIn !== null && livesIn !== ticketId;

const isOfMerge = ({ type }: EntryRow): boolean => type === 'ticket.merged' || type === 'ticket.unmerged';

/** What merges mean for a timeline, filled in as it is now: where messages went, and what merged tickets had asked. */
@Injectable()
export class MergedTimelineQueries {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly merges: TicketMergesQueries,
    private readonly attachments: AttachmentQueries,
  ) {}

  /** Most timelines know of no merge, and pass without a statement. */
  async complete(
    actor: Actor,
    ticketId: string,
    rows: readonly EntryRow[],
    entries: TimelineEntryResponse[],
  ): Promise<TimelineEntryResponse[]> {
    if (!rows.some((row) => isElsewhere(row) || isOfMerge(row))) return entries;
    const names = await this.names(actor, rows);
    const requests = await this.requests(actor, ticketId);
    return entries.map((entry, index) => {
      const row = rows[index] as EntryRow;
      if (isElsewhere(row))
        return { ...entry, type: 'message.moved', data: { to: names.get(row.livesIn ?? '') ?? null } };
      return isOfMerge(row) ? { ...entry, data: { ...dataFor(row.data, names), ...requests.get(row.id) } } : entry;
    });
  }

  /** Nothing is named in what several people will read: not all of them may see that ticket. */
  private async names(actor: Actor, rows: readonly EntryRow[]): Promise<Map<string, TicketRef>> {
    if (actor.kind === 'system') return new Map();
    const ids = rows.flatMap((row) => {
      const { into, outOf } = row.data as Data;
      return isElsewhere(row) ? [row.livesIn as string] : [into?.id, outOf?.id].filter((id) => id !== undefined);
    });
    return this.merges.named(actor, [...new Set(ids)]);
  }

  /** By the id of the entry that shows them. */
  private async requests(actor: Actor, ticketId: string): Promise<Map<string, { requests: MergedRequest[] }>> {
    const hasGoneOn = (await this.merges.chain(actor, ticketId)).length > 0;
    const tree = hasGoneOn ? [] : await this.merges.tree(actor, ticketId);
    if (tree.length === 0) return new Map();
    const ids = tree.map(({ id }) => id);
    const found = await this.transaction.query<RequestRow>(REQUESTS, [actor.tenantId, ids]);
    const byId = new Map(found.map((row) => [row.id, row]));
    const places = await this.transaction.query<{ id: string; branchId: string }>(MERGE_ENTRIES, [
      actor.tenantId,
      ticketId,
    ]);
    const shown = new Map<string, { requests: MergedRequest[] }>();
    for (const { id, branchId } of places) {
      const requests: MergedRequest[] = [];
      for (const merged of tree.filter((each) => each.branchId === branchId)) {
        const row = byId.get(merged.id);
        if (row) requests.push(presentRequest(row, await this.attachments.ofDescription(actor, row.id)));
      }
      if (requests.length > 0) shown.set(id, { requests });
    }
    return shown;
  }
}

function dataFor(data: Data, names: Map<string, TicketRef>): Data {
  const { into, outOf } = data;
  return {
    ...data,
    ...(into ? { into: names.get(into.id) ?? null } : {}),
    ...(outOf ? { outOf: names.get(outOf.id) ?? null } : {}),
  };
}

const presentRequest = (row: RequestRow, attachments: MergedRequest['attachments']): MergedRequest => ({
  ticket: { id: row.id, number: formatTicketNumber(row.prefix, row.number) },
  subject: row.subject,
  description: row.description,
  requester: presentPerson(row.requester),
  attachments,
  createdAt: row.createdAt.toISOString(),
});
