import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../support/workspace.mjs';
import { tenantId } from '../data/dataset.mjs';
import { freePort, saysReady, startChild } from './child.mjs';

/** Starts the limit of some reads. @param recordings path below `/api` → what `record` answered */
export async function startBare(database, recordings, { scratch }) {
  const port = await freePort();
  const file = join(scratch, `${database.name}-recordings.json`);
  const byUrl = Object.entries(recordings).map(([path, { transactions, answer }]) => [
    `/api${path}`,
    { statements: transactions.flat().map(({ text, values }) => ({ text, values })), answer },
  ]);
  writeFileSync(file, JSON.stringify({ tenantId, recordings: Object.fromEntries(byUrl) }));
  const child = await startChild(join(root, 'tools/bench/servers/bare-http.mjs'), {
    args: [database.appUrl, String(port), file],
    logFile: join(scratch, `${database.name}-bare.log`),
    isReady: saysReady,
  });
  return { ...child, url: `http://127.0.0.1:${port}` };
}
