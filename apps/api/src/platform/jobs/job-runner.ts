import { setTimeout as sleep } from 'node:timers/promises';
import type { TenantId } from '@baton/domain/shared/brand';
import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { Logger, parseCronItems, type Runner, run, type TaskList, type WorkerEvents } from 'graphile-worker';
import pg from 'pg';
import { Config } from '../../config/config.js';
import { Clock } from '../clock/clock.js';
import { SystemQueries } from '../database/system.queries.js';
import { Log } from '../log/log.token.js';
import { DueTicker } from './due-ticker.js';
import { JobLeases } from './job-leases.js';
import { JobQueue } from './job-queue.js';

/** How many jobs are fetched together. */
const BATCH = 16;

/**
 * Looking for a job, and saying that it is done, costs a commit each: jobs that come one upon the other share it. A
 * lonely one is fetched at once all the same.
 */
const sharing = (durationMs: number) => ({
  localQueue: {
    size: BATCH,
    // What waits here longer goes back to where other processes find it.
    ttl: 3000,
    refetchDelay: durationMs > 0 ? { durationMs, threshold: BATCH - 1 } : undefined,
  },
  completeJobBatchDelay: durationMs,
  failJobBatchDelay: 0,
});

/** Between a runner that gave up and the next. */
const AGAIN_MS = 1000;

/** Works the queue with graphile-worker. Any number of processes may run it; each job is done by one of them. */
@Injectable()
export class JobRunner implements BeforeApplicationShutdown {
  private runner: Runner | undefined;
  private pool: pg.Pool | undefined;
  private leases: JobLeases | undefined;
  private working: Promise<void> | undefined;
  private isStopping = false;

  constructor(
    private readonly config: Config,
    private readonly queue: JobQueue,
    private readonly system: SystemQueries,
    private readonly clock: Clock,
    private readonly ticker: DueTicker,
    private readonly log: Log,
  ) {}

  get isRunning(): boolean {
    return this.runner !== undefined;
  }

  async start(): Promise<void> {
    this.pool = new pg.Pool({ connectionString: this.config.DATABASE_URL, max: 6, application_name: 'baton jobs' });
    const onLost = (error: Error) => this.log.warn({ err: error }, 'a job connection was lost');
    this.pool.on('error', onLost);
    this.pool.on('connect', (client) => client.on('error', onLost));
    this.leases = new JobLeases(this.pool, this.log);
    const { pool, leases } = this;
    const begin = () => this.begin(pool, leases.events);
    this.runner = await begin();
    this.working = this.goOn(begin);
    this.leases.start();
    this.ticker.start();
  }

  /** Running jobs finish while everything they need is still there; waiting ones stay for the next runner. */
  async beforeApplicationShutdown(): Promise<void> {
    const { runner } = this;
    this.isStopping = true;
    this.runner = undefined;
    // One that has just given up says that there is nothing to stop.
    await Promise.all([this.ticker.stop(), runner?.stop().catch(() => undefined)]);
    await this.working;
    this.leases?.stop();
    await this.pool?.end();
  }

  /**
   * graphile-worker gives up when it once could not say how a job ended, as while the database restarts. Another begins
   * then; the jobs that the last one held come back when nobody renews their locks.
   */
  private async goOn(begin: () => Promise<Runner>): Promise<void> {
    const failed = (error: unknown) => this.log.error({ err: error }, 'the job runner failed');
    while (!this.isStopping) {
      await this.runner?.promise.catch(failed);
      this.runner = undefined;
      if (this.isStopping) return;
      this.log.warn('no job runner is there; another begins');
      await sleep(AGAIN_MS);
      const runner = await begin().catch(failed);
      if (this.isStopping) await runner?.stop();
      else this.runner = runner ?? undefined;
    }
  }

  private begin(pgPool: pg.Pool, events: WorkerEvents): Promise<Runner> {
    const { JOB_SHARING_MS } = this.config;
    return run({
      preset: { worker: sharing(JOB_SHARING_MS) },
      pgPool,
      events,
      concurrency: 4,
      // Most jobs are announced to nobody (`job-rows`), and found by the next look.
      pollInterval: Math.max(100, JOB_SHARING_MS),
      noHandleSignals: true,
      noPreparedStatements: this.config.DATABASE_PREPARE === 'off',
      taskList: this.tasks(),
      parsedCronItems: parseCronItems(
        [...this.queue.recurring].map(([task, { pattern }]) => ({
          task,
          match: pattern,
          options: { backfillPeriod: 0 },
        })),
      ),
      logger: this.logger(),
    });
  }

  private tasks(): TaskList {
    const tasks: TaskList = {};
    for (const [name, handle] of this.queue.handlers) {
      tasks[name] = async (payload) => {
        await this.ticker.whenIdle();
        await handle(payload as Parameters<typeof handle>[0]);
      };
    }
    for (const [name, job] of this.queue.recurring) tasks[name] = () => this.forEveryTenant(name, job.handle);
    return tasks;
  }

  private async forEveryTenant(name: string, work: (tenantId: TenantId) => Promise<void>): Promise<void> {
    await this.clock.synchronize();
    for (const id of await this.system.tenantIds()) {
      await work(id).catch((error) => this.log.error({ err: error, job: name, tenantId: id }, 'recurring job failed'));
    }
  }

  private logger(): Logger {
    return new Logger(() => (level, message, meta) => {
      if (level === 'error') this.log.error({ meta: String(meta?.error ?? '') }, message);
      else if (level === 'warning') this.log.warn(message);
      else this.log.debug(message);
    });
  }
}
