import { coordinators, employees } from '../data/dataset.mjs';
import { spread } from '../measure/statistics.mjs';
import { requestOf } from '../servers/product.mjs';

/** As many as look for something in the same moment. */
const CONNECTIONS = 2;
const SEARCHES = 200;

/** Words of which three tickets each have one (see `rareWord` of the generator). */
const rare = (tickets, n) => `pc${100_000 + ((n * 7919) % Math.ceil(tickets / 3))}`;
const COMMON = ['printer', 'the', 'password', 'vpn', 'laptop', 'screen', 'paper', 'email', 'not', 'account'];
const common = (_tickets, n) => COMMON[n % COMMON.length];

const two = (tickets, n) => `${common(tickets, n)} ${common(tickets, n + 3)}`;
const commonAndRare = (tickets, n) => `${common(tickets, n)} ${rare(tickets, n)}`;
const unfinished = (tickets, n) => common(tickets, n).slice(0, 3);

/** What people type, one in twenty each: mostly a word or two, sometimes unfinished, narrowed down, mistyped or a phrase. */
const TYPED = [
  ...[rare, rare, rare, rare, common, common, common, common],
  ...[two, two, two, commonAndRare, commonAndRare, unfinished, unfinished, unfinished],
  (tickets, n) => `status:open ${common(tickets, n)}`,
  (tickets, n) => `assignee:me ${common(tickets, n)}`,
  (tickets, n) => `"${common(tickets, n)} jam"`,
  () => 'pritner',
];
const typed = (tickets, n) => TYPED[n % TYPED.length](tickets, n + Math.floor(n / TYPED.length));

/** Of three who search, one is an employee. */
const reader = (n) => (n % 3 === 2 ? employees[n % employees.length] : coordinators[n % coordinators.length]);

/** The slowest answers of people who search at once. */
export async function search(bench) {
  const { middle, largest } = bench.sizes;
  return [
    await measured(bench, middle, rare, { name: 'search for a rare word, p99', share: 'p99', target: 30 }),
    await measured(bench, middle, common, { name: 'search for a common word, p99', share: 'p99', target: 150 }),
    await measured(bench, largest, typed, { name: 'search as people type, p95', share: 'p95', target: 200 }),
  ];
}

async function measured(bench, tickets, query, { name, share, target }) {
  const { database, product } = await bench.at(tickets);
  const targets = Array.from({ length: SEARCHES }, (_, n) =>
    requestOf(product, reader(n), 'GET', `/search?${new URLSearchParams({ q: query(tickets, n) })}`),
  );
  await bench.load.ask({ targets, connections: CONNECTIONS, seconds: bench.pace.seconds });
  const times = [];
  for (let round = 0; round < bench.pace.rounds; round++) {
    const { milliseconds, failures } = await bench.load.ask({
      targets,
      connections: CONNECTIONS,
      seconds: bench.pace.seconds,
    });
    if (Object.keys(failures).length > 0) throw new Error(`Requests failed: ${JSON.stringify(failures)}`);
    times.push(...milliseconds);
  }
  const spreadOut = spread(times);
  return {
    name: `${name} at ${database.label}`,
    product: spreadOut,
    value: spreadOut[share],
    unit: 'ms',
    target,
    digits: 1,
  };
}
