import { allEndpoints } from '@baton/contracts/endpoints';
import { ticketsEndpoints } from '@baton/contracts/tickets/tickets.endpoints';
import { ROLES, type Role, roleMay } from '@baton/domain/permissions/roles';
import pg from 'pg';
import { type Belongings, liveIn } from '../support/lived-in.js';
import { rowSums } from '../support/row-sums.js';
import { startWorld, type World } from '../support/world.js';
import { type Attempt, attempts } from './foreign-input.js';

let world: World;
let acmeHas: Belongings;
let globexHas: Belongings;
beforeAll(async () => {
  world = await startWorld();
  acmeHas = await liveIn(world, world.acme);
  globexHas = await liveIn(world, world.globex);
});
afterAll(() => world.stop());

const endpoints = allEndpoints().filter(({ access }) => access !== 'public');
const attacks = () =>
  endpoints.flatMap((endpoint) =>
    attempts(endpoint, { home: world.acme, has: acmeHas }, { home: world.globex, has: globexHas }),
  );

async function attack(role: Role, { endpoint, path, body, form }: Attempt) {
  const { client } = await world.build.signedIn(world.acme[role]);
  return client.raw(endpoint.method, `/api${path}`, { body, form });
}

/** A list without items, or figures without a ticket behind any. */
const isEmpty = (body: unknown): boolean => {
  const { items, total } = body as { items?: unknown[]; total?: { created: { tickets: number } } };
  return items ? items.length === 0 : total?.created.tickets === 0;
};

/** Sends every attack as every role. @returns what was wrong with any of them */
async function sweep(): Promise<string[]> {
  const ours = await rowSums(world, world.acme.tenant.id);
  const theirs = await rowSums(world, world.globex.tenant.id);
  const holes: string[] = [];
  for (const attempt of attacks())
    for (const role of ROLES) {
      const { access } = attempt.endpoint;
      if (access !== 'public' && !roleMay(role, access)) continue;
      const { status, body } = await attack(role, attempt);
      const isList = attempt.path.includes('?');
      const isHeld = isList ? status === 200 && isEmpty(body) : status === 404 || status === 403;
      if (!isHeld) holes.push(`${attempt.title}, ${role}: ${status} ${JSON.stringify(body).slice(0, 200)}`);
      if (/globex|GLBX/i.test(JSON.stringify(body))) holes.push(`${attempt.title}, ${role}: a foreign byte`);
    }
  for (const [table, sum] of Object.entries(await rowSums(world, world.globex.tenant.id)))
    if (theirs[table] !== sum) holes.push(`their ${table} changed`);
  for (const [table, sum] of Object.entries(await rowSums(world, world.acme.tenant.id)))
    if (ours[table] !== sum) holes.push(`our ${table} changed`);
  return holes;
}

it('covers every route that takes an id', () => {
  const swept = new Set(attacks().map(({ endpoint }) => endpoint));
  const withIds = endpoints.filter(({ path }) => path.includes(':'));
  expect(withIds.filter((endpoint) => !swept.has(endpoint))).toEqual([]);
  expect(attacks().length).toBeGreaterThan(60);
});

it('hides one organization from the other on every route, for every role', async () => {
  expect(await sweep()).toEqual([]);
});

describe("without the services' own tenant filters", () => {
  const FILTER = /(?:"?\w+"?\.)?"?tenant_id"?\s*=\s*(\$\d+)(?!\d)(?:::uuid)?|\bo\.id = (\$1)(?!\d)/g;
  let rewritten = 0;

  beforeAll(() => {
    const { query } = pg.Client.prototype;
    jest.spyOn(pg.Client.prototype, 'query').mockImplementation(function (this: pg.Client, ...input: unknown[]) {
      const [given] = input as [string | pg.QueryConfig];
      const sql = typeof given === 'string' ? given : given.text;
      if (/^\s*(SELECT|UPDATE|DELETE|WITH)/i.test(sql) && !/md5\(/.test(sql)) {
        const text = sql.replace(FILTER, (_all, first, second) => `(${first ?? second}::uuid IS NOT NULL)`);
        if (text !== sql) {
          rewritten += 1;
          // Under its name the connection may already know the statement as it was. What is left as it was keeps its
          // name: a new connection learns by it how to name the tenant.
          input[0] = typeof given === 'string' ? text : Object.assign(given, { text, name: undefined });
        }
      }
      return (query as (...all: unknown[]) => unknown).apply(this, input) as never;
    });
  });
  afterAll(() => jest.restoreAllMocks());

  it('row-level security alone holds', async () => {
    expect(await sweep()).toEqual([]);
    expect(rewritten).toBeGreaterThan(300);
  });

  it('and is what holds: without it as well the sweep finds the hole', async () => {
    const params = { id: globexHas.ticketId };
    const look = () => world.acme.admin.client.call(ticketsEndpoints.get, { params });
    expect((await look()).status).toBe(404);
    const alter = async (what: string) => {
      for (const table of ['tickets', 'tenants', 'users'])
        await world.sql(`ALTER TABLE ${table} ${what} ROW LEVEL SECURITY`);
    };
    await alter('DISABLE');
    expect((await look()).status).not.toBe(404);
    await alter('ENABLE');
  });
});
