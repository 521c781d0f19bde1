import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { root } from '../../support/workspace.mjs';
import { freePort, startChild } from '../servers/child.mjs';

const STARTS_WITHIN_MS = 120_000;

async function untilReady(url) {
  const deadline = Date.now() + STARTS_WITHIN_MS;
  while (Date.now() < deadline) {
    const answer = await fetch(`${url}/api/health/ready`).catch(() => undefined);
    if (answer?.ok) return;
    await sleep(200);
  }
  throw new Error('The product did not start');
}

/** The built product with its demo, on data of its own that are gone afterwards. */
export async function startDemo() {
  const dataDir = mkdtempSync(join(tmpdir(), 'baton-screens-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const child = await startChild(join(root, 'apps/api/dist/main.js'), {
    env: { PATH: process.env.PATH, PORT: String(port), DATA_DIR: dataDir, DEMO: 'on', LOG_LEVEL: 'warn' },
    logFile: join(tmpdir(), 'baton-screens.log'),
    isReady: () => untilReady(url),
  });
  return {
    url,
    stop: async () => {
      await child.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
