import type { TenantId } from '@baton/domain/shared/brand';
import { Injectable } from '@nestjs/common';
import { TenantTransaction } from '../database/tenant-transaction.js';

export interface JobPayload {
  tenantId: TenantId;
  [key: string]: unknown;
}

export type JobHandler = (payload: JobPayload) => Promise<void>;

/** Work to be done for every tenant again and again. */
export interface RecurringJob {
  /** cron, in UTC. */
  pattern: string;
  handle: (tenantId: TenantId) => Promise<void>;
}

/** Names of jobs and who does them. Enqueueing joins the open transaction: no commit, no job. */
@Injectable()
export class JobQueue {
  readonly handlers = new Map<string, JobHandler>();
  readonly recurring = new Map<string, RecurringJob>();

  constructor(private readonly transaction: TenantTransaction) {}

  handle(name: string, handler: JobHandler): void {
    this.handlers.set(name, handler);
  }

  repeat(name: string, job: RecurringJob): void {
    this.recurring.set(name, job);
  }

  /**
   * @param maxAttempts with exponential back-off between them
   * @param key a job of the same key that still waits is this one
   */
  async enqueue(name: string, payload: JobPayload, maxAttempts = 25, key: string | null = null): Promise<void> {
    this.transaction.send('SELECT graphile_worker.add_job($1, $2::json, max_attempts => $3, job_key => $4)', [
      name,
      JSON.stringify(payload),
      maxAttempts,
      key,
    ]);
  }
}
