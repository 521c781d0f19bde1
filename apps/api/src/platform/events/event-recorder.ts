import type { Actor } from '@baton/domain/permissions/actor';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { newId } from '../database/new-id.js';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { currentRequest } from '../http/request-context.js';
import { insertJobs } from '../jobs/job-rows.js';
import type { DomainEvent, NewEvent } from './domain-event.js';
import { EventBus } from './event-bus.js';

const INSERT = `
WITH event AS (
  INSERT INTO events (tenant_id, id, type, occurred_at, actor_id, subject_id, ticket_id, seq, public_seq, message_id, data, ip, request_id)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
)${insertJobs('dispatch_event', '$15::json')} WHERE NOT $14::boolean`;

/** The same for any number of events. */
const INSERT_ALL = `
WITH event AS (
  INSERT INTO events (tenant_id, id, type, occurred_at, actor_id, subject_id, ticket_id, seq, public_seq, message_id, data)
  SELECT $1, id, type, $2, $3, "subjectId", "ticketId", seq, "publicSeq", "messageId", data
  FROM jsonb_to_recordset($4::jsonb) AS e(
    id uuid, type text, "subjectId" uuid, "ticketId" uuid, seq int, "publicSeq" int, "messageId" uuid, data jsonb)
  RETURNING id, subject_id
)${insertJobs('dispatch_event', "json_build_object('tenantId', $1::uuid, 'eventId', id, 'subjectId', subject_id)")}
FROM event WHERE id <> ALL($5::uuid[])`;

const PUSHED_MAX = 20;

/** Writes the event of a change, and the job that carries it onwards, in the change's own transaction. */
@Injectable()
export class EventRecorder {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly clock: Clock,
    private readonly bus: EventBus,
  ) {}

  record(actor: Actor, event: NewEvent): DomainEvent {
    const recorded = recordedAs(actor, event, this.clock.now());
    const request = currentRequest();
    this.transaction.send(INSERT, [
      recorded.tenantId,
      recorded.id,
      recorded.type,
      recorded.occurredAt,
      recorded.actorId,
      recorded.subjectId,
      recorded.ticketId,
      recorded.seq,
      recorded.publicSeq,
      recorded.messageId,
      JSON.stringify(recorded.data),
      request?.ip ?? null,
      request?.requestId ?? null,
      event.isOldNews ?? false,
      JSON.stringify({ tenantId: recorded.tenantId, eventId: recorded.id, subjectId: recorded.subjectId }),
    ]);
    if (!event.isOldNews) this.transaction.beforeCommit(() => this.bus.follow(recorded));
    this.transaction.afterCommit(() => this.bus.publish(recorded));
    return recorded;
  }

  /**
   * What the product itself noticed of many subjects at one moment. Of a heap nothing is pushed entry by entry: whoever has
   * one of them open hears that it changed, and pulls.
   */
  recordAll(actor: Actor, events: readonly NewEvent[]): void {
    if (events.length === 0) return;
    const now = this.clock.now();
    const recorded = events.map((event) => recordedAs(actor, event, now));
    const oldNews = recorded.filter((_event, at) => events[at]?.isOldNews).map(({ id }) => id);
    this.transaction.send(INSERT_ALL, [actor.tenantId, now, actor.userId, JSON.stringify(recorded), oldNews]);
    this.transaction.beforeCommit(() => {
      for (const event of recorded) if (!oldNews.includes(event.id)) this.bus.follow(event);
    });
    if (recorded.length > PUSHED_MAX) return;
    for (const event of recorded) this.transaction.afterCommit(() => this.bus.publish(event));
  }
}

const recordedAs = (actor: Actor, event: NewEvent, occurredAt: Date): DomainEvent => ({
  id: newId(),
  tenantId: actor.tenantId,
  type: event.type,
  occurredAt,
  actorId: actor.userId,
  subjectId: event.subjectId,
  ticketId: event.ticketId ?? null,
  seq: event.seq ?? null,
  publicSeq: event.publicSeq ?? null,
  messageId: event.messageId ?? null,
  data: event.data ?? {},
});
