import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** The only source of the present. Rules and SQL get the time from here, so that a test can move all of it. */
@Injectable()
export class Clock {
  private offsetMs = 0;

  constructor(private readonly dataSource: DataSource) {}

  now(): Date {
    return new Date(Date.now() + this.offsetMs);
  }

  /** Takes over what another process advanced. */
  async synchronize(): Promise<void> {
    const [row] = await this.dataSource.query('SELECT offset_seconds FROM system_clock');
    this.offsetMs = Number(row?.offset_seconds ?? 0) * 1000;
  }

  async advance(seconds: number): Promise<Date> {
    await this.dataSource.query('UPDATE system_clock SET offset_seconds = offset_seconds + $1', [seconds]);
    await this.synchronize();
    return this.now();
  }
}
