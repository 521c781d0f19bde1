import { join } from 'node:path';
import pg from 'pg';
import type { Config } from '../../config/config.js';
import { runningEmbeddedPostgres } from '../../platform/embedded-postgres/embedded-postgres.js';
import { createLog } from '../../platform/log/log.js';
import { prepareDatabase } from '../prepare-database.js';
import { OperatorError } from './operator-error.js';

/**
 * Does `work` on a connection of the schema's owner, all of it or nothing: on the configured database, on the embedded
 * one of a Baton that is running, or on the embedded one started for the moment.
 */
export async function asOwner<T>(config: Config, work: (owner: pg.Client) => Promise<T>): Promise<T> {
  const { ownerUrl, stop } = await openDatabase(config);
  const owner = new pg.Client({ connectionString: ownerUrl });
  try {
    await owner.connect();
    await owner.query('BEGIN');
    const result = await work(owner);
    await owner.query('COMMIT');
    return result;
  } finally {
    await owner.end();
    await stop();
  }
}

async function openDatabase(config: Config): Promise<{ ownerUrl: string; stop: () => Promise<void> }> {
  const nothingToStop = async () => undefined;
  if (config.DATABASE_OWNER_URL) return { ownerUrl: config.DATABASE_OWNER_URL, stop: nothingToStop };
  if (config.DATABASE_URL)
    throw new OperatorError('DATABASE_OWNER_URL is needed: operator commands act as the owner of the schema.');
  const running = runningEmbeddedPostgres(join(config.DATA_DIR, 'postgres'));
  if (running) return { ownerUrl: running, stop: nothingToStop };
  const { ownerUrl, stop } = await prepareDatabase(config, createLog('warn'));
  return { ownerUrl: ownerUrl!, stop };
}
