import type { TimelineQuery } from '@baton/contracts/conversation/conversation.dto';
import type {
  MessageListResponse,
  MessageResponse,
  TimelineEntryResponse,
  TimelineResponse,
} from '@baton/contracts/conversation/conversation.response';
import type { PageQuery } from '@baton/contracts/http/page';
import type { Actor } from '@baton/domain/permissions/actor';
import { Injectable } from '@nestjs/common';
import { SqlParameters } from '../../platform/database/sql-parameters.js';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import { decodeCursor, encodeCursor } from '../../platform/http/list-cursor.js';
import { AttachmentQueries } from '../files/attachment.queries.js';
import { TicketAccess, type TicketInHand } from '../tickets/ticket-access.service.js';
import { type EntryRow, presentCarried, presentEntry } from './conversation.presenter.js';
import { isElsewhere, MergedTimelineQueries } from './merged-timeline.queries.js';

/** Which of the two numberings a reader counts by. Employees never learn that there are notes. */
export type Audience = 'public' | 'internal';

export const audienceOf = ({ worksOnIt }: Pick<TicketInHand, 'worksOnIt'>): Audience =>
  worksOnIt ? 'internal' : 'public';

const SEQ: Record<Audience, string> = { public: 'e.public_seq', internal: 'e.seq' };
const DEFAULT_LIMIT = 100;

/** One entry in both numberings. */
export interface Heard {
  internal: TimelineEntryResponse;
  public: TimelineEntryResponse | null;
}

/** Heard by both alike but for its number. */
export const heard = (internal: TimelineEntryResponse, publicSeq: number | null): Heard => ({
  internal,
  public: publicSeq === null ? null : numbered(internal, publicSeq),
});

const numbered = (entry: TimelineEntryResponse, seq: number): TimelineEntryResponse => ({
  ...entry,
  seq,
  message: entry.message && { ...entry.message, seq },
});

interface Slice {
  after?: number;
  before?: number;
  messageId?: string;
  messagesOnly?: boolean;
  /** Only replies of coordinators, and of none of these. */
  colleaguesOf?: readonly string[];
  /** Only messages written after this moment. */
  sentAfter?: Date | null;
  newestFirst?: boolean;
  limit: number;
}

/** The timeline as its reader may see it: the permission is part of every statement. */
@Injectable()
export class TimelineQueries {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly access: TicketAccess,
    private readonly attachments: AttachmentQueries,
    private readonly merged: MergedTimelineQueries,
  ) {}

  timeline(actor: Actor, ref: string, query: TimelineQuery): Promise<TimelineResponse> {
    return this.transaction.read(actor, async () => {
      const inHand = await this.access.view(actor, ref);
      const audience = audienceOf(inHand);
      const limit = query.limit ?? DEFAULT_LIMIT;
      const slice = {
        after: query.after,
        before: query.before,
        newestFirst: query.before !== undefined,
        limit: limit + 1,
      };
      const found = await this.entries(actor, inHand.ticket.id, audience, slice);
      const items = slice.newestFirst ? found.slice(-limit) : found.slice(0, limit);
      const lastSeq = audience === 'internal' ? inHand.ticket.lastSeq : inHand.ticket.lastPublicSeq;
      return { items, lastSeq, hasMore: found.length > limit };
    });
  }

  messages(actor: Actor, ref: string, query: PageQuery): Promise<MessageListResponse> {
    return this.transaction.read(actor, async () => {
      const inHand = await this.access.view(actor, ref);
      const limit = query.limit ?? DEFAULT_LIMIT;
      const after = query.cursor ? Number(decodeCursor(query.cursor, 'integer').value) : undefined;
      const slice = { after, messagesOnly: true, limit: limit + 1 };
      const found = (await this.entries(actor, inHand.ticket.id, audienceOf(inHand), slice)).flatMap(
        ({ message }) => message ?? [],
      );
      const items = found.slice(0, limit);
      const last = found.length > limit ? items.at(-1) : undefined;
      return { items, nextCursor: last ? encodeCursor({ value: last.seq, id: last.id }) : null };
    });
  }

  /** A message just written, for the answer to its sender. */
  async message(actor: Actor, ticketId: string, audience: Audience, messageId: string): Promise<MessageResponse> {
    const [entry] = await this.entries(actor, ticketId, audience, { messageId, limit: 1 });
    if (!entry?.message) throw new Error('A message was written without its entry');
    return entry.message;
  }

  /** When the reader's entry of this number happened; null for a number there is not. */
  async timeOf(actor: Actor, inHand: TicketInHand, seq: number): Promise<Date | null> {
    const [row] = await this.rows(actor, inHand.ticket.id, SEQ[audienceOf(inHand)], { after: seq - 1, limit: 1 });
    return row?.occurredAt ?? null;
  }

  /** Entries in ascending order, within the open transaction. The caller has checked that the ticket may be seen. */
  async entries(actor: Actor, ticketId: string, audience: Audience, slice: Slice): Promise<TimelineEntryResponse[]> {
    return this.complete(actor, ticketId, await this.rows(actor, ticketId, SEQ[audience], slice));
  }

  /** All entries after one of the internal numbers, as each audience hears of them; null for what it does not hear. */
  async forBoth(actor: Actor, ticketId: string, after: number, limit: number): Promise<Heard[]> {
    const rows = await this.rows(actor, ticketId, SEQ.internal, { after, limit });
    const entries = await this.complete(actor, ticketId, rows);
    return entries.map((entry, at) => heard(entry, rows[at]?.publicSeq ?? null));
  }

  private async complete(actor: Actor, ticketId: string, rows: EntryRow[]): Promise<TimelineEntryResponse[]> {
    const files = await this.attachments.ofMessages(
      actor,
      rows.flatMap((row) => (isElsewhere(row) || !row.hasFiles ? [] : (row.messageId ?? []))),
    );
    const entries = rows.map((row) => presentEntry(row, presentCarried(actor, row, files)));
    return this.merged.complete(actor, ticketId, rows, entries);
  }

  private async rows(actor: Actor, ticketId: string, seq: string, slice: Slice): Promise<EntryRow[]> {
    const parameters = new SqlParameters();
    const where = [
      `e.tenant_id = ${parameters.add(actor.tenantId)}`,
      `e.ticket_id = ${parameters.add(ticketId)}`,
      `${seq} IS NOT NULL`,
    ];
    if (slice.after !== undefined) where.push(`${seq} > ${parameters.add(slice.after)}`);
    if (slice.before !== undefined) where.push(`${seq} < ${parameters.add(slice.before)}`);
    if (slice.messageId) where.push(`e.message_id = ${parameters.add(slice.messageId)}`);
    if (slice.messagesOnly) where.push('m.ticket_id = e.ticket_id');
    if (slice.colleaguesOf)
      where.push(
        `NOT m.internal AND u.role <> 'employee' AND u.id <> ALL(${parameters.add(slice.colleaguesOf)}::uuid[])`,
      );
    if (slice.sentAfter) where.push(`m.created_at > ${parameters.add(slice.sentAfter)}`);
    const rows = await this.transaction.query<EntryRow>(
      `SELECT e.id, e.ticket_id AS "ticketId", ${seq} AS seq, e.public_seq AS "publicSeq", e.type, e.occurred_at AS "occurredAt", e.data,
         CASE WHEN u.id IS NULL THEN NULL ELSE json_build_object('id', u.id, 'name', u.name, 'role', u.role, 'avatarKey', u.avatar_key) END AS actor,
         m.id AS "messageId", m.ticket_id AS "livesIn", m.created_at AS "sentAt", m.internal, m.body_html AS "bodyHtml", m.body_text AS "bodyText", m.client_id AS "clientId",
         m.edited_at AS "editedAt", m.redacted_at AS "redactedAt",
         (SELECT true FROM attachments a WHERE a.tenant_id = m.tenant_id AND a.message_id = m.id LIMIT 1) AS "hasFiles",
         (SELECT t.status FROM tickets t WHERE t.tenant_id = $1 AND t.id = $2) AS "ticketStatus"
       FROM events e
       LEFT JOIN messages m ON m.tenant_id = e.tenant_id AND m.id = e.message_id
       LEFT JOIN users u ON u.tenant_id = e.tenant_id AND u.id = coalesce(m.author_id, e.actor_id)
       WHERE ${where.join(' AND ')} ORDER BY ${seq} ${slice.newestFirst ? 'DESC' : 'ASC'} LIMIT ${slice.limit}`,
      parameters.values,
    );
    return slice.newestFirst ? rows.reverse() : rows;
  }
}
