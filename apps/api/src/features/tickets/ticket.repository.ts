import type { TimelineData, TimelineType } from '@baton/contracts/conversation/timeline-data';
import { changedValues } from '@baton/domain/custom-fields/changed-values';
import type { Actor } from '@baton/domain/permissions/actor';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import type { NewEvent } from '../../platform/events/domain-event.js';
import { EventRecorder } from '../../platform/events/event-recorder.js';
import { TicketEntity } from './ticket.entity.js';
import { type Hearing, TicketsRealtime } from './tickets.realtime.js';

/** An entry to write into a ticket's timeline, in the words of its type. */
export type NewEntry = {
  [T in TimelineType]: { type: T; data: TimelineData[T]; internal?: boolean; messageId?: string; isOldNews?: boolean };
}[TimelineType];

/** Fields an edit may touch; their versions are kept one by one. */
type Changes = Partial<
  Omit<
    TicketEntity,
    'tenantId' | 'id' | 'number' | 'version' | 'fieldVersions' | 'lastSeq' | 'lastPublicSeq' | keyof Promised
  >
>;

/** What clocks say of a ticket. */
type Promised = Pick<TicketEntity, 'dueAt' | 'overdue' | 'sla'>;

/** A locked ticket, as much of it as the product needs to note something on it. */
export type NotedTicket = Pick<
  TicketEntity,
  'tenantId' | 'id' | 'teamId' | 'version' | 'lastSeq' | 'updatedAt' | keyof Promised
>;

/** Entries are internal, all of them. */
export interface Note {
  ticket: NotedTicket;
  promised: Promised;
  entries: NewEntry[];
}

const NOTE = `
UPDATE tickets t SET due_at = n.due_at, overdue = n.overdue, sla = n.sla, last_seq = n.last_seq, updated_at = n.updated_at
FROM jsonb_to_recordset($2::jsonb) AS n(id uuid, due_at timestamptz, overdue boolean, sla jsonb, last_seq int, updated_at timestamptz)
WHERE t.tenant_id = $1 AND t.id = n.id`;

/** The only writer of tickets. The caller holds the row's lock; every change writes its entries in the same breath. */
@Injectable()
export class TicketRepository {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly events: EventRecorder,
    private readonly clock: Clock,
    private readonly realtime: TicketsRealtime,
  ) {}

  async insert(actor: Actor, ticket: TicketEntity, entries: NewEntry[]): Promise<void> {
    number(ticket, entries);
    this.transaction.insert(TicketEntity, ticket);
    await this.record(actor, ticket, entries);
    this.announce(ticket, ['created'], { formerTeamId: ticket.teamId, isPublic: true });
  }

  /** Writes changed fields and entries, and leaves `ticket` as it is stored now. */
  async change(actor: Actor, ticket: TicketEntity, changes: Changes, entries: NewEntry[]): Promise<void> {
    const fields = Object.keys(changes);
    const versioned = versionedNames(ticket, changes);
    const formerTeamId = ticket.teamId;
    // A note alone leaves no trace that an employee could see: neither version nor time moves for them.
    const isPublic = fields.length > 0 || entries.some((entry) => !entry.internal);
    const now = this.clock.now();
    number(ticket, entries);
    Object.assign(
      ticket,
      changes,
      { updatedAt: now },
      isPublic ? { version: ticket.version + 1, publicUpdatedAt: now } : {},
    );
    ticket.fieldVersions = {
      ...ticket.fieldVersions,
      ...Object.fromEntries(versioned.map((name) => [name, ticket.version])),
    };
    const { tenantId, id, version, updatedAt, publicUpdatedAt, fieldVersions, lastSeq, lastPublicSeq } = ticket;
    const stored = { ...changes, version, updatedAt, publicUpdatedAt, fieldVersions, lastSeq, lastPublicSeq };
    this.transaction.update(TicketEntity, { tenantId, id }, stored);
    await this.record(actor, ticket, entries);
    this.announce(ticket, fields, { formerTeamId, isPublic });
  }

  /**
   * What the clocks say now, of any number of tickets, in two statements. Nobody but those who work on a ticket may tell:
   * no version moves, and no time without an entry. Leaves each ticket as it is stored now.
   */
  note(actor: Actor, notes: readonly Note[]): void {
    if (notes.length === 0) return;
    const now = this.clock.now();
    const events = notes.flatMap(({ ticket, promised, entries }) => {
      const seq = ticket.lastSeq;
      Object.assign(ticket, promised, { lastSeq: seq + entries.length }, entries.length > 0 ? { updatedAt: now } : {});
      return entries.map((entry, at) => eventOf(ticket, entry, seq + at + 1, null));
    });
    this.transaction.send(NOTE, [actor.tenantId, JSON.stringify(notes.map(({ ticket }) => stored(ticket)))]);
    this.events.recordAll(actor, events);
    const tickets = notes.map(({ ticket }) => ticket);
    this.transaction.afterCommit(() => this.realtime.promisesChanged(actor.tenantId, tickets));
  }

  private async record(actor: Actor, ticket: TicketEntity, entries: NewEntry[]): Promise<void> {
    const publicCount = entries.filter((entry) => !entry.internal).length;
    let seq = ticket.lastSeq - entries.length;
    let publicSeq = ticket.lastPublicSeq - publicCount;
    for (const entry of entries) {
      seq += 1;
      if (!entry.internal) publicSeq += 1;
      this.events.record(actor, eventOf(ticket, entry, seq, entry.internal ? null : publicSeq));
    }
  }

  private announce(ticket: TicketEntity, changed: string[], hearing: Hearing): void {
    this.transaction.afterCommit(() => this.realtime.ticketChanged(ticket, changed, hearing));
  }
}

function eventOf(
  { id }: Pick<TicketEntity, 'id'>,
  { type, data, messageId, isOldNews }: NewEntry,
  seq: number,
  publicSeq: number | null,
): NewEvent {
  return { type, subjectId: id, ticketId: id, seq, publicSeq, messageId, data, isOldNews };
}

const stored = ({ id, dueAt, overdue, sla, lastSeq, updatedAt }: NotedTicket) => ({
  ...{ id, overdue, sla },
  due_at: dueAt,
  last_seq: lastSeq,
  updated_at: updatedAt,
});

/** What is edited on its own is versioned on its own: each field, and each of the organization's fields. */
function versionedNames({ customFields }: TicketEntity, changes: Changes): string[] {
  const { customFields: wanted, ...fields } = changes;
  return [...Object.keys(fields), ...(wanted ? changedValues(customFields, wanted) : [])];
}

/** Gives out the next timeline numbers; the row's lock makes them gap-free. */
function number(ticket: TicketEntity, entries: NewEntry[]): void {
  ticket.lastSeq += entries.length;
  ticket.lastPublicSeq += entries.filter((entry) => !entry.internal).length;
}
