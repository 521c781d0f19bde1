import { setTimeout as sleep } from 'node:timers/promises';
import { employees } from '../data/dataset.mjs';
import { postgresCpu, processCpu } from '../measure/cpu.mjs';
import { record } from '../measure/recordings.mjs';
import { compare } from '../measure/rounds.mjs';
import { asOwner } from '../servers/cluster.mjs';
import { findPgbench, pgbenchSide, scriptOf } from '../servers/pgbench.mjs';
import { requestOf } from '../servers/product.mjs';

const [author] = employees;
const BODY = {
  subject: 'The printer on the second floor is jammed {n}',
  description: '<p>It says <b>paper jam</b>, but there is no paper in it. Nobody can print since this morning.</p>',
  priority: 'high',
};

const isWrite = ({ text }) => /^\s*(INSERT|UPDATE|DELETE|WITH)/.test(text);
const isCreation = (transaction) => transaction.some(({ text }) => /INSERT INTO "?tickets"?/.test(text));

/** While jobs are held back they are written like always, and done later: the request is measured on its own. */
const HOLD = `
CREATE OR REPLACE FUNCTION public.bench_hold() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN NEW.run_at := now() + interval '1 day'; RETURN NEW; END $$;
CREATE OR REPLACE TRIGGER bench_hold BEFORE INSERT ON graphile_worker._private_jobs FOR EACH ROW EXECUTE FUNCTION public.bench_hold();`;
const RELEASE = `
DROP TRIGGER bench_hold ON graphile_worker._private_jobs;
UPDATE graphile_worker._private_jobs SET run_at = now();`;

/** Asking for help: the request against its bare writes, and then the jobs it leaves. */
export async function create(bench) {
  const { database, product } = await bench.at(bench.sizes.middle);
  const program = findPgbench();
  if (!program) throw new Error('pgbench is missing: it comes with the package postgresql-contrib');
  for (const { ownerUrl } of [database, database.limit]) await asOwner(ownerUrl, (owner) => owner.query(HOLD));
  const writes = await bench.recording(database, async (recorder) => [
    await writesOf(recorder),
    await writesOf(recorder),
  ]);
  const { limit, product: ours } = await compare(bench, {
    limit: pgbenchSide(program, database.limit, scriptOf(...writes), bench.scratch),
    product: { pid: product.pid, targets: [requestOf(product, author, 'POST', '/tickets', BODY)] },
  });
  return [
    { name: 'create a ticket, jobs written', limit, product: ours, value: ours.ratio, unit: '× pgbench', target: 4 },
    await jobs(bench, database, product),
  ];
}

async function writesOf(recorder) {
  const { transactions } = await record(recorder, author, 'POST', '/tickets', BODY);
  return transactions.find(isCreation).filter(isWrite);
}

/** What the jobs of the created tickets cost when they are let go: mails written and kept, words learnt. */
async function jobs({ postmaster }, { ownerUrl }, product) {
  return asOwner(ownerUrl, async (owner) => {
    const left = async () =>
      Number((await owner.query('SELECT count(*) FROM graphile_worker._private_jobs')).rows[0].count);
    const events = await left();
    const app = processCpu(product.pid);
    const database = postgresCpu(postmaster);
    const began = performance.now();
    await owner.query(RELEASE);
    while ((await left()) > 0) await sleep(250);
    const perSecond = events / ((performance.now() - began) / 1000);
    const cost = {
      app: (processCpu(product.pid) - app) / events,
      database: (postgresCpu(postmaster) - database) / events,
    };
    const cpu = cost.app + cost.database;
    return { name: 'jobs of a created ticket', product: { ...cost, cpu, perSecond }, value: cpu, unit: 'ms CPU' };
  });
}
