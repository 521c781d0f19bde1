import { systemActor } from '@baton/domain/permissions/actor';
import type { TenantId } from '@baton/domain/shared/brand';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { TenantTransaction } from '../database/tenant-transaction.js';
import type { DomainEvent } from '../events/domain-event.js';
import { EventBus } from '../events/event-bus.js';
import { Turns } from '../events/turns.js';
import { JobQueue } from './job-queue.js';

const SELECT = `
SELECT id, tenant_id AS "tenantId", type, occurred_at AS "occurredAt", actor_id AS "actorId", subject_id AS "subjectId",
  ticket_id AS "ticketId", seq, public_seq AS "publicSeq", message_id AS "messageId", data
FROM events WHERE tenant_id = $1 AND id = $2`;

/**
 * Carries one committed event to every durable handler, all in one transaction of its tenant. What is fetched together is
 * told subject by subject in order, so that nobody reads who helps them before that their request arrived.
 */
@Injectable()
export class DispatchEventJob implements OnModuleInit {
  private readonly turns = new Turns();

  constructor(
    private readonly queue: JobQueue,
    private readonly transaction: TenantTransaction,
    private readonly bus: EventBus,
  ) {}

  onModuleInit(): void {
    this.queue.handle('dispatch_event', ({ tenantId, eventId, subjectId }) =>
      this.turns.take(String(subjectId), () => this.dispatch(tenantId, eventId)),
    );
  }

  private dispatch(tenantId: TenantId, eventId: unknown): Promise<void> {
    return this.transaction.run(systemActor(tenantId), async () => {
      const [event] = await this.transaction.query<DomainEvent>(SELECT, [tenantId, eventId]);
      if (event) await this.bus.dispatch(event);
    });
  }
}
