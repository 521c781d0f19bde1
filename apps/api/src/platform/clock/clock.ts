import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import { SystemQueries } from '../database/system.queries.js';

/** The only source of the present. Rules and SQL get the time from here, so that a test can move all of it. */
@Injectable()
export class Clock {
  private readonly elsewhen = new AsyncLocalStorage<Date>();
  private offsetMs = 0;

  constructor(private readonly system: SystemQueries) {}

  now(): Date {
    return this.elsewhen.getStore() ?? new Date(Date.now() + this.offsetMs);
  }

  /** Does `work`, and everything it awaits, as if it were `instant`: how the demo gets its past. */
  at<T>(instant: Date, work: () => Promise<T>): Promise<T> {
    return this.elsewhen.run(instant, work);
  }

  /** Takes over what another process advanced. */
  async synchronize(): Promise<void> {
    this.offsetMs = (await this.system.clockOffset()) * 1000;
  }

  async advance(seconds: number): Promise<Date> {
    await this.system.addToClockOffset(seconds);
    await this.synchronize();
    return this.now();
  }
}
