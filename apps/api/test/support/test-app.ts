import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import pg from 'pg';
import { createApp, startJobs } from '../../src/boot/create-app.js';
import { loadConfig } from '../../src/config/load-config.js';
import { createLog } from '../../src/platform/log/log.js';
import { createTestDatabase } from './test-database.js';

export interface TestApp {
  app: NestFastifyApplication;
  /** `http://127.0.0.1:<port>` of the really listening server. */
  url: string;
  ownerUrl: string;
  appUrl: string;
  dataDir: string;
  /** One statement as the owner, past row-level security: for arranging and for looking. */
  sql<Row = Record<string, unknown>>(text: string, parameters?: unknown[]): Promise<Row[]>;
  /** Waits until no due job is left. */
  jobsDone(): Promise<void>;
  stop(): Promise<void>;
}

/** Later than any clock is moved to. */
export const LONG_AFTER = new Date('9000-01-01');

const JOBS_TIMEOUT_MS = 15_000;

/** The whole product on a database of its own, listening on a free port. */
export async function startTestApp(env: Record<string, string> = {}): Promise<TestApp> {
  const database = await createTestDatabase();
  const dataDir = mkdtempSync(join(tmpdir(), 'baton-data-'));
  const config = loadConfig({
    NODE_ENV: 'test',
    PORT: '0',
    DATABASE_URL: database.appUrl,
    DATABASE_OWNER_URL: database.ownerUrl,
    DATA_DIR: dataDir,
    JWT_SECRET: 'a secret that only the tests of this run know about',
    BATON_TEST_CLOCK: '1',
    // Nobody else is there to share with, and somebody waits for every job.
    JOB_SHARING_MS: '0',
    LOG_LEVEL: process.env.TEST_LOG_LEVEL ?? 'silent',
    ...env,
  });
  const app = await createApp({ config, log: createLog(config.LOG_LEVEL), webRoot: null });
  await startJobs(app, config);
  await app.listen(0, '127.0.0.1');
  const owner = new pg.Pool({ connectionString: database.ownerUrl, max: 2 });
  const sql = async <Row>(text: string, parameters: unknown[] = []) =>
    (await owner.query(text, parameters)).rows as Row[];
  return {
    app,
    url: (await app.getUrl()).replace('[::1]', '127.0.0.1'),
    ownerUrl: database.ownerUrl,
    appUrl: database.appUrl,
    dataDir,
    sql,
    jobsDone: () => waitForJobs(sql),
    stop: async () => {
      await app.close();
      await owner.end();
      await database.drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function waitForJobs(sql: TestApp['sql']): Promise<void> {
  const deadline = Date.now() + JOBS_TIMEOUT_MS;
  for (;;) {
    const [row] = await sql<{ due: string }>(
      `SELECT (SELECT count(*) FROM graphile_worker.jobs WHERE run_at <= now() AND attempts < max_attempts)
         + (SELECT count(*) FROM assignment_wakes WHERE at < $1) AS due`,
      [LONG_AFTER],
    );
    if (row?.due === '0') return;
    if (Date.now() > deadline) throw new Error(`${row?.due} jobs were still due after ${JOBS_TIMEOUT_MS} ms`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
