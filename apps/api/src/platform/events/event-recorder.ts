import type { Actor } from '@baton/domain/permissions/actor';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { newId } from '../database/new-id.js';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { currentRequest } from '../http/request-context.js';
import type { DomainEvent, NewEvent } from './domain-event.js';
import { EventBus } from './event-bus.js';

const INSERT = `
WITH event AS (
  INSERT INTO events (tenant_id, id, type, occurred_at, actor_id, subject_id, ticket_id, seq, public_seq, message_id, data, ip, request_id)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
  RETURNING tenant_id, id
)
SELECT graphile_worker.add_job('dispatch_event', json_build_object('tenantId', tenant_id, 'eventId', id)) FROM event WHERE NOT $14::boolean`;

/** Writes the event of a change, and the job that carries it onwards, in the change's own transaction. */
@Injectable()
export class EventRecorder {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly clock: Clock,
    private readonly bus: EventBus,
  ) {}

  record(actor: Actor, event: NewEvent): DomainEvent {
    const recorded: DomainEvent = {
      id: newId(),
      tenantId: actor.tenantId,
      type: event.type,
      occurredAt: this.clock.now(),
      actorId: actor.userId,
      subjectId: event.subjectId,
      ticketId: event.ticketId ?? null,
      seq: event.seq ?? null,
      publicSeq: event.publicSeq ?? null,
      messageId: event.messageId ?? null,
      data: event.data ?? {},
    };
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
    ]);
    this.transaction.afterCommit(() => this.bus.publish(recorded));
    return recorded;
  }
}
