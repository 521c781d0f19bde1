import { setTimeout as sleep } from 'node:timers/promises';
import type { TenantId } from '@baton/domain/shared/brand';
import { Injectable } from '@nestjs/common';
import pg from 'pg';
import { Config } from '../../config/config.js';
import { Clock } from '../clock/clock.js';
import { DUE_CHANNEL, type DueKind, SystemQueries } from '../database/system.queries.js';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { Log } from '../log/log.token.js';

/** Work that falls due at moments the database knows. */
export interface Agenda {
  kind: DueKind;
  /**
   * Does some of it, for about as many milliseconds; the rest is due in the next round. Processes may do so at the same
   * time: what one of them does, the others leave alone.
   */
  work(tenantId: TenantId, forMs: number): Promise<void>;
}

/** A round shares this among those who have work: nobody, and no job, waits much longer for the heap of somebody else. */
const ROUND_MAX_MS = 2000;
/** After a round of work: what falls due meanwhile is done together. */
const ROUND_MS = 50;
/** As long as nothing is due. Whoever adds something that is due earlier says so. */
export const HEARTBEAT_MS = 30_000;
/** The same while nobody could say so, and after a failure. */
const UNSURE_MS = 1000;

/** Sleeps until the next work falls due; any number of processes. A notification wakes all of them. */
@Injectable()
export class DueTicker {
  private readonly agendas: Agenda[] = [];
  private readonly wakers = new Map<() => void, DueKind | null>();
  private running: Promise<unknown> | undefined;
  private listener: pg.Client | undefined;
  private isStopping = false;
  private rounds: Promise<void> = Promise.resolve();

  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly system: SystemQueries,
    private readonly transaction: TenantTransaction,
    private readonly log: Log,
  ) {}

  add(agenda: Agenda): void {
    this.agendas.push(agenda);
  }

  /** With the commit of the open transaction, every process looks again if this is before its next look. */
  announce(kind: DueKind, at: number): void {
    if (at <= this.clock.now().getTime() + HEARTBEAT_MS)
      this.transaction.send('SELECT pg_notify($1, $2)', [DUE_CHANNEL, kind]);
  }

  /** Settles when no round is going on: what can wait lets what is due go first. */
  async whenIdle(): Promise<void> {
    await this.rounds;
  }

  start(): void {
    this.running = Promise.all([this.listen(), ...this.agendas.map((agenda) => this.follow(agenda))]);
  }

  /** Rounds that run are finished. */
  async stop(): Promise<void> {
    this.isStopping = true;
    this.wake(null);
    await this.listener?.end().catch(() => undefined);
    await this.running;
  }

  private async follow(agenda: Agenda): Promise<void> {
    while (!this.isStopping) {
      const called = this.call(agenda.kind);
      const pause = await this.round(agenda).catch((error) => {
        this.log.error({ err: error, agenda: agenda.kind }, 'looking for what is due failed');
        return UNSURE_MS;
      });
      await called.or(pause);
    }
  }

  /** @returns how long to sleep, milliseconds */
  private async round({ kind, work }: Agenda): Promise<number> {
    const now = this.clock.now();
    const { tenantIds, nextAt } = await this.system.due(kind, now);
    if (tenantIds.length === 0) return this.untilNext(nextAt, now);
    let pause = 0;
    const all = async (): Promise<void> => {
      for (const tenantId of tenantIds)
        await work(tenantId, ROUND_MAX_MS / tenantIds.length).catch((error) => {
          this.log.error({ err: error, agenda: kind, tenantId }, 'what is due could not be done');
          pause = UNSURE_MS;
        });
    };
    const done = all();
    // Without what each of them came to, which would be kept for ever.
    this.rounds = Promise.all([this.rounds, done]).then(() => undefined);
    await done;
    await sleep(ROUND_MS);
    return pause;
  }

  private untilNext(nextAt: Date | null, now: Date): number {
    const most = this.listener ? HEARTBEAT_MS : UNSURE_MS;
    return nextAt ? Math.min(most, Math.max(0, nextAt.getTime() - now.getTime())) : most;
  }

  /** From this moment on a wake-up call is heard, also one that comes before anybody waits for it. */
  private call(kind: DueKind | null): { or: (milliseconds: number) => Promise<void> } {
    let wake = (): void => undefined;
    const called = new Promise<void>((resolve) => {
      wake = resolve;
    });
    this.wakers.set(wake, kind);
    const or = async (milliseconds: number): Promise<void> => {
      const timer = setTimeout(wake, milliseconds);
      if (!this.isStopping) await called;
      clearTimeout(timer);
      this.wakers.delete(wake);
    };
    return { or };
  }

  /** @param kind what fell due earlier; null: anything */
  private wake(kind: DueKind | null): void {
    for (const [wake, waitsFor] of this.wakers) if (kind === null || waitsFor === kind) wake();
  }

  /** One connection that hears of earlier work and of a clock that was moved. Lost, it is made anew. */
  private async listen(): Promise<void> {
    while (!this.isStopping) {
      const client = new pg.Client({
        connectionString: this.config.DATABASE_URL,
        application_name: 'baton ticker',
        keepAlive: true,
      });
      const lost = new Promise<void>((resolve) => client.on('error', () => resolve()).on('end', () => resolve()));
      client.on('notification', ({ payload }) => void this.hear((payload || null) as DueKind | null));
      try {
        await client.connect();
        await client.query(`LISTEN ${DUE_CHANNEL}`);
        this.listener = client;
        // Whatever was said while nobody listened.
        await this.hear(null);
        if (!this.isStopping) await lost;
      } catch (error) {
        this.log.warn({ err: error }, 'the ticker cannot listen');
      }
      this.listener = undefined;
      await client.end().catch(() => undefined);
      if (!this.isStopping) await this.call(null).or(UNSURE_MS);
    }
  }

  /** Unless it is about something of its own, the clock was moved. */
  private async hear(kind: DueKind | null): Promise<void> {
    if (kind === null) await this.clock.synchronize().catch(() => undefined);
    this.wake(kind);
  }
}
