import { systemActor } from '@baton/domain/permissions/actor';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import { JobQueue } from '../../platform/jobs/job-queue.js';
import { NotificationRepository } from './notification.repository.js';

/** The timeline remembers for longer. */
const KEPT_DAYS = 90;
const DAY_MS = 24 * 3_600_000;

/** Forgets notifications that were read long ago; unread ones stay. */
@Injectable()
export class NotificationsJobs implements OnModuleInit {
  constructor(
    private readonly queue: JobQueue,
    private readonly transaction: TenantTransaction,
    private readonly notifications: NotificationRepository,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.queue.repeat('forget_read_notifications', {
      pattern: '41 3 * * *',
      handle: (tenantId) => {
        const actor = systemActor(tenantId);
        const before = new Date(this.clock.now().getTime() - KEPT_DAYS * DAY_MS);
        return this.transaction.run(actor, () => this.notifications.forgetRead(actor, before));
      },
    });
  }
}
