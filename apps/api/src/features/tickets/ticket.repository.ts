import type { TimelineData, TimelineType } from '@baton/contracts/conversation/timeline-data';
import { changedValues } from '@baton/domain/custom-fields/changed-values';
import type { Actor } from '@baton/domain/permissions/actor';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import { EventRecorder } from '../../platform/events/event-recorder.js';
import { TicketEntity } from './ticket.entity.js';
import { type Hearing, TicketsRealtime } from './tickets.realtime.js';

/** An entry to write into a ticket's timeline, in the words of its type. */
export type NewEntry = {
  [T in TimelineType]: { type: T; data: TimelineData[T]; internal?: boolean; messageId?: string; isOldNews?: boolean };
}[TimelineType];

/** Fields an edit may touch; their versions are kept one by one. */
type Changes = Partial<
  Omit<TicketEntity, 'tenantId' | 'id' | 'number' | 'version' | 'fieldVersions' | 'lastSeq' | 'lastPublicSeq'>
>;

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

  private async record(actor: Actor, ticket: TicketEntity, entries: NewEntry[]): Promise<void> {
    const publicCount = entries.filter((entry) => !entry.internal).length;
    let seq = ticket.lastSeq - entries.length;
    let publicSeq = ticket.lastPublicSeq - publicCount;
    for (const { type, data, internal = false, messageId, isOldNews } of entries) {
      seq += 1;
      if (!internal) publicSeq += 1;
      await this.events.record(actor, {
        type,
        subjectId: ticket.id,
        ticketId: ticket.id,
        seq,
        publicSeq: internal ? null : publicSeq,
        messageId,
        data,
        isOldNews,
      });
    }
  }

  private announce(ticket: TicketEntity, changed: string[], hearing: Hearing): void {
    this.transaction.afterCommit(() => this.realtime.ticketChanged(ticket, changed, hearing));
  }
}

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
