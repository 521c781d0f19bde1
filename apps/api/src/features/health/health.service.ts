import type { ReadyResponse } from '@baton/contracts/health/health.endpoints';
import { Injectable } from '@nestjs/common';
import { Config } from '../../config/config.js';
import { SystemQueries } from '../../platform/database/system.queries.js';
import { JobRunner } from '../../platform/jobs/job-runner.js';
import { Log } from '../../platform/log/log.token.js';
import { MailTransport } from '../../platform/mail/mail-transport.js';
import { StoragePort } from '../../platform/storage/storage-port.js';

const TIMEOUT_MS = 3000;
const ANSWER_MS = 1000;
/** Without these Baton still serves: mails are queued until their server is back. */
const CAN_WAIT = new Set(['mail']);
/** Seconds a due job may wait before the worker counts as behind. */
const MAX_LAG_SECONDS = 60;

/** Is everything there that is needed to serve? */
@Injectable()
export class HealthService {
  private askedAt = Number.NEGATIVE_INFINITY;
  private answer: Promise<ReadyResponse>;

  constructor(
    private readonly config: Config,
    private readonly system: SystemQueries,
    private readonly jobs: JobRunner,
    private readonly storage: StoragePort,
    private readonly mail: MailTransport,
    private readonly log: Log,
  ) {}

  /** Asked by anybody and often: an answer serves for a second. */
  ready(): Promise<ReadyResponse> {
    const now = Date.now();
    if (now - this.askedAt >= ANSWER_MS) {
      this.askedAt = now;
      this.answer = this.check();
    }
    return this.answer;
  }

  private async check(): Promise<ReadyResponse> {
    const parts: Record<string, () => Promise<void>> = {
      database: () => this.system.ping(),
      worker: () => this.checkWorker(),
      storage: () => this.storage.check(),
      mail: () => this.mail.check(),
    };
    const checks = Object.fromEntries(
      await Promise.all(Object.entries(parts).map(async ([name, check]) => [name, await this.outcome(name, check)])),
    );
    const failing = Object.keys(parts).filter((part) => checks[part] !== 'ok');
    if (failing.length === 0) return { status: 'ok', checks };
    return { status: failing.every((part) => CAN_WAIT.has(part)) ? 'degraded' : 'failing', checks };
  }

  /** `ok` or `failing`: what exactly is wrong is for the log, not for whoever asks. */
  private async outcome(part: string, check: () => Promise<void>): Promise<string> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error('no answer in time')), TIMEOUT_MS);
    });
    try {
      await Promise.race([check(), late]);
      return 'ok';
    } catch (error) {
      this.log.warn({ err: error, part }, 'not ready');
      return 'failing';
    } finally {
      clearTimeout(timer);
    }
  }

  private async checkWorker(): Promise<void> {
    if (this.config.ROLE === 'all' && !this.jobs.isRunning) throw new Error('the job runner is not running');
    const lag = await this.system.jobLag();
    if (lag > MAX_LAG_SECONDS) throw new Error(`jobs wait for ${Math.round(lag)} s`);
  }
}
