import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../config/config.js';
import { migrate } from '../platform/database/migrate.js';
import { startEmbeddedPostgres } from '../platform/embedded-postgres/embedded-postgres.js';
import type { Log } from '../platform/log/log.token.js';
import { discardUnfinishedDemo } from './seed-demo.js';

export interface PreparedDatabase {
  /** Null with an external database whose owner was not given: somebody else migrates. */
  ownerUrl: string | null;
  stop(): Promise<void>;
}

/** Completes the configuration with a migrated database: the given one, or an embedded PostgreSQL in DATA_DIR. */
export async function prepareDatabase(config: Config, log: Log): Promise<PreparedDatabase> {
  if (config.DATABASE_URL) {
    const ownerUrl = config.DATABASE_OWNER_URL ?? null;
    if (ownerUrl) await migrate({ ownerUrl, appUrl: config.DATABASE_URL });
    return { ownerUrl, stop: async () => undefined };
  }
  const server = await startEmbeddedPostgres({
    dataDir: join(config.DATA_DIR, 'postgres'),
    log: (message) => log.info(message),
  });
  try {
    const secrets = embeddedSecrets(config.DATA_DIR);
    const appUrl = new URL(server.ownerUrl);
    appUrl.username = 'baton_app';
    appUrl.password = secrets.databasePassword;
    config.DATABASE_URL = appUrl.href;
    config.DATABASE_OWNER_URL = server.ownerUrl;
    config.JWT_SECRET ??= secrets.jwtSecret;
    await migrate({ ownerUrl: server.ownerUrl, appUrl: appUrl.href });
    await discardUnfinishedDemo(config);
    return { ownerUrl: server.ownerUrl, stop: () => server.stop() };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

interface Secrets {
  databasePassword: string;
  jwtSecret: string;
}

/** Made once, readable by this user alone, written whole or not at all. */
function embeddedSecrets(dataDir: string): Secrets {
  const file = join(dataDir, 'secrets.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'));
  mkdirSync(dataDir, { recursive: true });
  const secret = () => randomBytes(32).toString('base64url');
  const secrets: Secrets = { databasePassword: secret(), jwtSecret: secret() };
  writeFileSync(`${file}.new`, JSON.stringify(secrets), { mode: 0o600 });
  chmodSync(`${file}.new`, 0o600);
  renameSync(`${file}.new`, file);
  return secrets;
}
