/** How long a back-test takes: `node tools/bench/sla-back-test.mjs [--tickets 100000]`. */
import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build, serverUnits } from '../build.mjs';
import { bootstrap } from '../support/bootstrap.mjs';
import { admin } from './data/dataset.mjs';
import { asOwner, emptyDatabase, startCluster } from './servers/cluster.mjs';
import { call, startProduct } from './servers/product.mjs';
import { CALENDAR, organizationSql, pastSql, rules } from './sla/promises-sql.mjs';

const { values } = parseArgs({
  options: {
    tickets: { type: 'string', default: '100000' },
    data: { type: 'string', default: join(tmpdir(), 'baton-bench-sla') },
  },
});
const dataDir = resolve(values.data);
const ROUNDS = 3;

const stricter = { firstResponse: 60, nextResponse: 120, resolution: 480 };
const policy = {
  name: 'Stricter',
  calendarId: CALENDAR,
  targets: { ...rules.targets, urgent: stricter, high: stricter, medium: stricter },
};

async function fill({ ownerUrl }) {
  await asOwner(ownerUrl, async (owner) => {
    await owner.query(`SET session_replication_role = replica; SET synchronous_commit = off; ${organizationSql}`);
    for (const sql of pastSql(Number(values.tickets))) await owner.query(sql);
    await owner.query('VACUUM (ANALYZE)');
  });
}

bootstrap();
if (!(await build(serverUnits))) process.exit(1);
mkdirSync(dataDir, { recursive: true });
const cluster = await startCluster(join(dataDir, 'postgres'), console.log);
try {
  const database = await emptyDatabase(cluster, 'bench_sla_past');
  await fill(database);
  const product = await startProduct(database, { scratch: dataDir });
  for (let round = 1; round <= ROUNDS; round++) {
    const began = performance.now();
    const answer = await call(product, admin, 'POST', '/sla/policies/back-test', { policies: [policy], days: 90 });
    const took = ((performance.now() - began) / 1000).toFixed(2);
    console.log(
      `Round ${round}: ${answer.tickets} tickets in ${took} s, ${answer.changedTickets} would have come out otherwise`,
    );
  }
  await product.stop();
} finally {
  await cluster.stop();
}
