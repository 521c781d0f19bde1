import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { SystemConnections } from '../database/system-connections.js';
import { AppError } from '../http/app-error.js';

export interface Limit {
  /** Whatever is counted, such as `sign-in:ip:192.0.2.1`; stored as a hash. */
  key: string;
  /** Attempts per window. */
  max: number;
}

interface Counter {
  key: string;
  points: number;
  expire: string;
}

const READ = 'SELECT key, points, expire FROM rate_limits WHERE key = ANY($1) AND expire > $2';

const COUNT = `
INSERT INTO rate_limits (key, points, expire) SELECT unnest($1::text[]), 1, $3
ON CONFLICT (key) DO UPDATE SET
  points = CASE WHEN rate_limits.expire > $2 THEN rate_limits.points + 1 ELSE 1 END,
  expire = CASE WHEN rate_limits.expire > $2 THEN rate_limits.expire ELSE $3 END
RETURNING key, points, expire`;

const UNCOUNT = `
WITH counted AS (SELECT key FROM rate_limits WHERE key = ANY($1) ORDER BY key FOR UPDATE)
UPDATE rate_limits SET points = greatest(points - 1, 0) FROM counted WHERE rate_limits.key = counted.key`;

const hashed = (key: string): string => createHash('sha256').update(key).digest('base64url');

/**
 * Attempts per key and window, shared by all processes through the database and on the system's clock. Counted
 * outside of any transaction: what is rolled back was tried nevertheless.
 */
@Injectable()
export class RateLimits {
  constructor(
    private readonly connections: SystemConnections,
    private readonly clock: Clock,
  ) {}

  /**
   * Counts an attempt against every limit, before it is made, so that simultaneous ones cannot slip through
   * together. A refused attempt counts nowhere: hammering one limit does not fill up the others.
   * @returns null when it may be made, else the seconds until the fullest limit frees up
   */
  async tryTake(limits: readonly Limit[], windowSeconds: number): Promise<number | null> {
    const now = this.clock.now().getTime();
    const max = new Map(limits.map((limit) => [hashed(limit.key), limit.max]));
    // In one order everywhere, so that two attempts never wait for each other.
    const keys = [...max.keys()].sort();
    const before = await this.connections.query<Counter>(READ, [keys, now]);
    const full = before.filter(({ key, points }) => points >= max.get(key)!);
    if (full.length > 0) return secondsUntilFree(full, now);
    const after = await this.connections.query<Counter>(COUNT, [keys, now, now + windowSeconds * 1000]);
    const overfull = after.filter(({ key, points }) => points > max.get(key)!);
    return overfull.length > 0 ? secondsUntilFree(overfull, now) : null;
  }

  /** The same for attempts whose refusal the caller is told. @throws AppError request.rate_limited */
  async take(limits: readonly Limit[], windowSeconds: number): Promise<void> {
    const seconds = await this.tryTake(limits, windowSeconds);
    if (seconds !== null) throw new AppError('request.rate_limited', {}, seconds);
  }

  /** Uncounts an attempt that turned out to be none. */
  async giveBack(limits: readonly Limit[]): Promise<void> {
    await this.connections.query(UNCOUNT, [limits.map(({ key }) => hashed(key))]);
  }

  /** Starts over for one key. */
  async forget(key: string): Promise<void> {
    await this.connections.query('DELETE FROM rate_limits WHERE key = $1', [hashed(key)]);
  }

  /** Windows that are over, for everybody. */
  async purge(): Promise<void> {
    await this.connections.query('DELETE FROM rate_limits WHERE expire < $1', [this.clock.now().getTime()]);
  }
}

const secondsUntilFree = (full: readonly Counter[], now: number): number =>
  Math.max(1, Math.ceil((Math.max(...full.map(({ expire }) => Number(expire))) - now) / 1000));
