import { setTimeout as sleep } from 'node:timers/promises';
import { coordinators, KINDS, TAGS, TEAMS, tenantId } from '../data/dataset.mjs';
import { spread } from '../measure/statistics.mjs';
import { asOwner, connected } from '../servers/cluster.mjs';
import { call } from '../servers/product.mjs';

const VIEWS = 30;
const OPENINGS_PER_ROUND = 40;
const AT_ONCE = 2;
const BATCH = 1000;
const [reader] = coordinators;

const ACTIVE = ['new', 'open', 'in_progress', 'waiting'];
/** What people save: some narrow, some with most of all tickets in them. */
const FILTERS = [
  (n) => ({ status: ACTIVE, priority: [['urgent'], ['high', 'urgent'], ['low']][n % 3] }),
  (n) => ({ status: [['waiting'], ['resolved'], ['closed', 'withdrawn']][n % 3] }),
  (n) => ({ tag: [`tag${1 + ((n * 37) % TAGS)}`] }),
  (n) => ({ assignee: [['me'], ['none']][n % 2], priority: ['medium', 'high', 'urgent'] }),
  (n) => ({ status: ACTIVE, tag: [`from${1 + (n % 5)}`] }),
  (n) => ({ createdAfter: new Date(Date.UTC(2025, n % 12)).toISOString(), priority: ['high'] }),
];

/** Opening views, each with the exact counts of all; and whether they are exact after tickets changed at random. */
export async function views(bench) {
  const { database, product } = await bench.at(bench.sizes.largest);
  await saveViews(product, database);
  const { items } = await call(product, reader, 'GET', '/queue/views');
  const times = [];
  for (let round = 0; round < bench.pace.rounds; round++) times.push(...(await openings(product, items)));
  const opening = spread(times.slice(OPENINGS_PER_ROUND));
  const { changes } = bench.pace;
  await changeTickets(database, changes);
  return [
    {
      name: `open one of ${items.length} views at ${database.label}, p95`,
      product: opening,
      value: opening.p95,
      unit: 'ms',
      target: 50,
    },
    {
      name: `wrong counts after ${changes.toLocaleString('en')} random changes`,
      value: await wrongCounts(product),
      unit: `of ${items.length}`,
      target: 0,
      digits: 0,
    },
  ];
}

/** Kept from the last run, if there was one. */
async function saveViews(product, { ownerUrl }) {
  await asOwner(ownerUrl, async (owner) => {
    const saved = await owner.query('SELECT count(*)::int AS count FROM views WHERE key IS NULL');
    for (let n = saved.rows[0].count; n < VIEWS; n++) {
      const filters = FILTERS[n % FILTERS.length](n);
      await call(product, reader, 'POST', '/queue/views', { name: `View ${n}`, scope: 'personal', filters });
    }
    const uncounted = 'SELECT count(*)::int AS count FROM views WHERE NOT counted';
    while ((await owner.query(uncounted)).rows[0].count > 0) await sleep(250);
  });
}

const search = ({ filters }, more) => {
  const given = Object.entries({ ...filters, ...more }).flatMap(([name, value]) =>
    [value].flat().map((each) => [name, each]),
  );
  return new URLSearchParams(given).toString();
};

/** The counts of all views and the first page of one, as the queue asks for them. */
async function openings(product, items) {
  const waiting = Array.from({ length: OPENINGS_PER_ROUND }, (_, n) => items[(n * 7) % items.length]);
  const times = [];
  const work = async () => {
    for (let view = waiting.shift(); view; view = waiting.shift()) {
      const began = performance.now();
      const list = call(product, reader, 'GET', `/tickets?${search(view, { limit: 25 })}`);
      await Promise.all([call(product, reader, 'GET', '/queue/views'), list]);
      times.push(performance.now() - began);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return times;
}

const random = (...values) =>
  `(ARRAY[${values.map((value) => `'${value}'`).join(', ')}])[1 + floor(random() * ${values.length})::int]`;
/** @param step,first 2 and 1 make every other one of `2 * count`, from the first on */
const oneOf = (kind, count, step = 1, first = 1) =>
  `CASE WHEN random() < 0.3 THEN NULL ELSE bench_id(${kind}, ${first} + ${step} * floor(random() * ${count})::int) END`;

/** Even and odd tickets, and people who get them, on a connection each, so that they meet in the counts and not on a row. */
const changeSql = (parity) => `
WITH chosen AS (
  SELECT (2 * floor(random() * (SELECT max(number) / 2 FROM tickets))::int + ${parity}) AS number FROM generate_series(1, ${BATCH})
)
UPDATE tickets t SET status = ${random(...ACTIVE, 'resolved', 'closed')}, priority = ${random('low', 'medium', 'high', 'urgent')},
  team_id = ${oneOf(KINDS.team, TEAMS)}, assignee_id = ${oneOf(KINDS.user, 25, 2, 1 + parity)},
  tags = ARRAY['tag' || 1 + floor(random() * ${TAGS})::int, 'from' || 1 + floor(random() * 5)::int], updated_at = now()
FROM (SELECT DISTINCT number FROM chosen) c WHERE t.tenant_id = '${tenantId}' AND t.number = c.number`;

const ID = `
CREATE OR REPLACE FUNCTION bench_id(kind int, n bigint) RETURNS uuid LANGUAGE sql IMMUTABLE AS $$
  SELECT ('0190000000007' || lpad(to_hex(kind), 3, '0') || '8' || lpad(to_hex(n), 15, '0'))::uuid $$`;

async function changeTickets({ ownerUrl }, changes) {
  await asOwner(ownerUrl, (owner) => owner.query(ID));
  const worker = async (parity) => {
    const owner = await connected(ownerUrl);
    for (let done = 0; done < changes / 2; done += BATCH) await owner.query(changeSql(parity));
    await owner.end();
  };
  await Promise.all([worker(0), worker(1)]);
}

/** Every count against the tickets themselves, counted one by one with the same filters. */
async function wrongCounts(product) {
  const { items } = await call(product, reader, 'GET', '/queue/views');
  let wrong = 0;
  for (const view of items) {
    const { total } = await call(product, reader, 'GET', `/tickets?${search(view, { limit: 1, count: true })}`);
    if (total !== view.count) wrong += 1;
  }
  return wrong;
}
