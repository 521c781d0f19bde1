import { EventEmitter } from 'node:events';
import type { WorkerEvents } from 'graphile-worker';
import type pg from 'pg';
import type { Log } from '../log/log.token.js';

const BEAT_MS = 2000;
/** Several beats. Should a stalled process lose a job, doing it twice is harmless: mails are queued once per event. */
const LOST_AFTER = '8 seconds';

const RENEW = 'UPDATE graphile_worker._private_jobs SET locked_at = now() WHERE id = ANY($1)';
const RELEASE = `
UPDATE graphile_worker._private_jobs SET locked_at = NULL, locked_by = NULL
WHERE locked_at < now() - interval '${LOST_AFTER}'`;

/**
 * A killed process leaves its jobs locked, and graphile-worker waits four hours before it gives up on the owner.
 * Here a lock lives by being renewed.
 */
export class JobLeases {
  /** To be given to the runner. */
  readonly events: WorkerEvents = new EventEmitter();
  private readonly inHand = new Set<string>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly pool: pg.Pool,
    private readonly log: Log,
  ) {
    this.events.on('job:start', ({ job }) => this.inHand.add(job.id));
    this.events.on('job:success', ({ job }) => this.inHand.delete(job.id));
    this.events.on('job:error', ({ job }) => this.inHand.delete(job.id));
  }

  start(): void {
    this.timer = setInterval(() => void this.beat(), BEAT_MS);
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private async beat(): Promise<void> {
    try {
      await this.pool.query(RENEW, [[...this.inHand]]);
      await this.pool.query(RELEASE);
    } catch (error) {
      this.log.warn({ err: error }, 'job locks were not renewed');
    }
  }
}
