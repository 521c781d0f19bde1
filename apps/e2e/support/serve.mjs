/** The real product with its demo, on data of its own that are gone afterwards. */
import { spawn } from 'node:child_process';
import { chmodSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { scratchFolder } from '../../../tools/support/scratch.mjs';

const dataDir = scratchFolder('baton-e2e-');
// Root's database belongs to another user, who passes through the folder without being able to list it.
chmodSync(dataDir, 0o711);
const main = join(import.meta.dirname, '../../api/dist/main.js');
const env = { ...process.env, DATA_DIR: dataDir, DEMO: 'on', LOG_LEVEL: 'warn', BATON_TEST_CLOCK: '1' };
// Whatever this shell is set up for, the journeys have a database of their own.
for (const name of ['DATABASE_URL', 'DATABASE_OWNER_URL', 'SMTP_URL', 'S3_BUCKET', 'NODE_ENV']) delete env[name];

const product = spawn(process.execPath, [main], { env, stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => product.kill('SIGTERM'));
product.on('exit', (code) => {
  rmSync(dataDir, { recursive: true, force: true });
  process.exit(code ?? 1);
});
