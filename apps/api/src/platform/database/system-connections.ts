import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import { Config } from '../../config/config.js';
import { Log } from '../log/log.token.js';

/**
 * Connections for single statements that belong to no tenant's transaction. Some are made while one is open: asking for
 * another connection of the pool that it came from, all who have one would wait for each other.
 */
@Injectable()
export class SystemConnections implements OnApplicationShutdown {
  private readonly pool: pg.Pool;

  constructor({ DATABASE_URL: connectionString }: Config, log: Log) {
    const settings = { connectionTimeoutMillis: 5000, keepAlive: true, application_name: 'baton system' };
    this.pool = new pg.Pool({ connectionString, max: 2, ...settings });
    this.pool.on('error', (error) => log.warn({ err: error }, 'a system connection was lost'));
  }

  async query<Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> {
    const { rows } = await this.pool.query<Row>(text, values);
    return rows;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.end();
  }
}
