import { coordinators, employees, tenantId } from '../data/dataset.mjs';
import { seeded } from '../data/words.mjs';
import { memoryOf } from '../measure/cpu.mjs';
import { median, spread } from '../measure/statistics.mjs';
import { asOwner } from '../servers/cluster.mjs';
import { requestOf } from '../servers/product.mjs';

const CONNECTIONS = 16;
const REQUESTS = 2000;
/** Until then a product that nobody used yet compiles its code, and PostgreSQL plans for each of its connections. */
const WARM_SECONDS = 20;

/** What fifty people at work ask for, in percent: four reads to a write. */
const MIX = [
  { share: 34, make: (on, who) => requestOf(on, who, 'GET', '/tickets?limit=25') },
  {
    share: 6,
    make: (on, who) => requestOf(on, who, 'GET', '/tickets?limit=25&assignee=me&status=in_progress,waiting'),
  },
  { share: 6, make: (on, who) => requestOf(on, who, 'GET', '/queue/views') },
  { share: 17, make: (on, who, { id }) => requestOf(on, who, 'GET', `/tickets/${id}`) },
  {
    share: 17,
    make: (on, who, { id }) => requestOf(on, who, 'GET', `/tickets/${id}/timeline?before=2147483647&limit=50`),
  },
  { share: 8, make: (on, who, { id }) => requestOf(on, who, 'POST', `/tickets/${id}/messages`, message({})) },
  {
    share: 4,
    make: (on, who, { id }) => requestOf(on, who, 'POST', `/tickets/${id}/messages`, message({ internal: true })),
  },
  {
    share: 4,
    make: (on, who, { id }) => requestOf(on, who, 'PATCH', `/tickets/${id}`, { tags: ['tag1', 'moved-{n}'] }),
  },
  { share: 4, make: (on, _who, _ticket, author) => requestOf(on, author, 'POST', '/tickets', request) },
];

const message = (more) => ({
  body: '<p>We are looking into it and will write again today.</p>',
  clientId: 'bench-{n}',
  ...more,
});
const request = {
  subject: 'My screen stays black {n}',
  description: '<p>Since this morning it shows nothing at all.</p>',
};

/** Everybody at once: requests per second with the load on the same processors, jobs worked and sockets pushed as usual. */
export async function mixed(bench) {
  const { database, product } = await bench.fresh(bench.sizes.middle);
  const targets = await requests(product, database);
  const rounds = [];
  await bench.load.ask({ targets, connections: CONNECTIONS, seconds: WARM_SECONDS });
  for (let round = 0; round < bench.pace.rounds; round++)
    rounds.push(await bench.load.ask({ targets, connections: CONNECTIONS, seconds: bench.pace.seconds }));
  const failures = Object.assign({}, ...rounds.map((round) => round.failures));
  if (Object.keys(failures).length > 0) throw new Error(`Requests failed: ${JSON.stringify(failures)}`);
  const times = spread(rounds.flatMap(({ milliseconds }) => milliseconds));
  const perSecond = median(rounds.map((round) => round.requests / round.seconds));
  return [
    {
      name: 'mixed load, 80 % reads',
      product: times,
      value: perSecond,
      unit: 'requests/s',
      target: 400,
      atLeast: true,
      digits: 0,
    },
    { name: 'mixed load, p99', product: times, value: times.p99, unit: 'ms', target: 100 },
    { name: "API's memory after it", value: memoryOf(product.pid) / 1e6, unit: 'MB', target: 200, digits: 0 },
  ];
}

export async function requests(product, database) {
  const random = seeded(7);
  const any = (list) => list[Math.floor(random() * list.length)];
  const tickets = await liveTickets(database);
  const drawn = MIX.flatMap(({ share, make }) => Array.from({ length: (REQUESTS * share) / 100 }, () => make));
  for (let at = drawn.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [drawn[at], drawn[other]] = [drawn[other], drawn[at]];
  }
  return drawn.map((make) => make(product, any(coordinators), any(tickets), any(employees)));
}

const liveTickets = ({ ownerUrl }) =>
  asOwner(ownerUrl, async (owner) => {
    const { rows } = await owner.query(
      `SELECT t.id FROM tickets t WHERE t.tenant_id = $1 AND t.status IN ('open', 'in_progress', 'waiting')
         AND NOT EXISTS (SELECT FROM teams WHERE id = t.team_id AND restricted) ORDER BY t.number DESC LIMIT 500`,
      [tenantId],
    );
    return rows;
  });
