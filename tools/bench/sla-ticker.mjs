/**
 * How late broken promises are told: `node tools/bench/sla-ticker.mjs [--running 100000 --due 10000 --seconds 60]`.
 * Two workers share the work and one is killed half way; then both are down while as many fall due, and one comes back.
 */
import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { build, serverUnits } from '../build.mjs';
import { bootstrap } from '../support/bootstrap.mjs';
import { root } from '../support/workspace.mjs';
import { spread } from './measure/statistics.mjs';
import { startChild } from './servers/child.mjs';
import { asOwner, connected, emptyDatabase, startCluster } from './servers/cluster.mjs';
import { DOWN, organizationSql, outcomeSql, planSql, rowsSql } from './sla/promises-sql.mjs';

const { values } = parseArgs({
  options: {
    running: { type: 'string', default: '100000' },
    due: { type: 'string', default: '10000' },
    seconds: { type: 'string', default: '60' },
    data: { type: 'string', default: join(tmpdir(), 'baton-bench-sla') },
  },
});
const [running, due, seconds] = [values.running, values.due, values.seconds].map(Number);
const dataDir = resolve(values.data);

/** What making the rows may take, and everything after the last has fallen due. */
const FILLS_WITHIN_MS = Math.max(20_000, running * 0.6);
const TOLD_WITHIN_MS = 60_000;
const until = (time) => sleep(Math.max(0, time - Date.now()));

function startWorker({ appUrl }) {
  const env = {
    PATH: process.env.PATH,
    NODE_ENV: 'production',
    DATABASE_URL: appUrl,
    JWT_SECRET: 'known to the benchmark and to nobody else',
    DATA_DIR: join(dataDir, 'files'),
  };
  return startChild(join(root, 'apps/api/dist/worker.js'), { env, logFile: join(dataDir, 'workers.log') });
}

async function fill({ ownerUrl }, first) {
  await asOwner(ownerUrl, async (owner) => {
    await owner.query(`SET session_replication_role = replica; SET synchronous_commit = off; ${organizationSql}`);
    await owner.query(planSql({ running, due, seconds, first }));
    for (const sql of rowsSql) await owner.query(sql);
    await owner.query('VACUUM (ANALYZE)');
  });
}

async function untilListening(owner, workers) {
  const LISTENING = `SELECT count(*)::int AS count FROM pg_stat_activity WHERE application_name = 'baton ticker' AND datname = current_database()`;
  while ((await owner.query(LISTENING)).rows[0].count < workers) await sleep(20);
}

/** How those that were due between two moments were told of, once all were or nothing more is to be expected. */
async function outcome(owner, from, to) {
  const deadline = Date.now() + TOLD_WITHIN_MS;
  for (;;) {
    const { rows } = await owner.query(outcomeSql, [new Date(from), new Date(to)]);
    const { due: wanted, once, often, late } = rows[0];
    if (once + often === wanted || Date.now() > deadline) return { wanted, once, often, late: late ?? [] };
    await sleep(250);
  }
}

function report(title, { wanted, once, often, late }, from = 0) {
  const { p50, p99, max } = spread(late.map((each) => each - from));
  const ms = (value) => `${value.toFixed(0)} ms`;
  console.log(
    `${title}: ${wanted} due, ${once} told once, ${often} more often; p50 ${ms(p50)}, p99 ${ms(p99)}, max ${ms(max)}`,
  );
}

async function measure(database, owner) {
  const first = Date.now() + FILLS_WITHIN_MS;
  console.log(`Making ${running} running clocks`);
  await fill(database, new Date(first));
  if (Date.now() > first - 5000) throw new Error('Making the rows took too long');
  const workers = [await startWorker(database), await startWorker(database)];
  await untilListening(owner, 2);
  await until(first + (seconds * 1000) / 2);
  process.kill(workers[0].pid, 'SIGKILL');
  const last = first + seconds * 1000 + 1;
  await until(last);
  report(`${seconds} s of breaches, one of two workers killed`, await outcome(owner, first, last));
  await workers[1].stop();
  await until(last + (DOWN.after + DOWN.lasts) * 1000);
  const began = Date.now();
  const back = await startWorker(database);
  await untilListening(owner, 1);
  const ready = Date.now();
  const { wanted, once, often } = await outcome(owner, last, last + (DOWN.after + DOWN.lasts + 1) * 1000);
  const { rows } = await owner.query(`SELECT max(occurred_at) AS told FROM events WHERE type = 'sla.breached'`);
  console.log(
    `After a downtime: ${wanted} overdue, ${once} told once, ${often} more often; a worker started in ${ready - began} ms, all were told ${rows[0].told - ready} ms later`,
  );
  await back.stop();
}

bootstrap();
if (!(await build(serverUnits))) process.exit(1);
mkdirSync(dataDir, { recursive: true });
const cluster = await startCluster(join(dataDir, 'postgres'), console.log);
try {
  const database = await emptyDatabase(cluster, 'bench_sla');
  const owner = await connected(database.ownerUrl);
  await measure(database, owner);
  await owner.end();
} finally {
  await cluster.stop();
}
