import { queueEndpoints } from '@baton/contracts/queue/queue.endpoints';
import { ticketsEndpoints as endpoints } from '@baton/contracts/tickets/tickets.endpoints';
import type { TicketResponse } from '@baton/contracts/tickets/tickets.response';
import type { Person } from '../../../test/support/factories.js';
import { startWorld, type World } from '../../../test/support/world.js';

let world: World;
let tickets: Record<'fresh' | 'mine' | 'waiting' | 'secret' | 'others' | 'foreign', TicketResponse>;

beforeAll(async () => {
  world = await startWorld();
  const { employee, stranger, coordinator, insider, restrictedTeamId, categoryId } = world.acme;
  const { build, globex } = world;
  tickets = {
    fresh: await build.ticket(employee, coordinator, { subject: 'Fresh 100% paper', priority: 'low', categoryId }),
    mine: await build.ticket(employee, coordinator, { subject: 'Mine', priority: 'urgent', status: 'in_progress' }),
    waiting: await build.ticket(employee, coordinator, { subject: 'Waiting', status: 'waiting', tags: [] }),
    secret: await build.ticket(employee, insider, { subject: 'Secret salary', teamId: restrictedTeamId }),
    others: await build.ticket(stranger, insider, { subject: 'Of others', status: 'resolved' }),
    foreign: await build.ticket(globex.employee, globex.coordinator, { subject: 'Foreign paper' }),
  };
});
afterAll(() => world.stop());

const list = (person: Person, query: Record<string, unknown> = {}) =>
  person.client.call(endpoints.list, { query: { count: true, ...query } });
const subjects = async (person: Person, query: Record<string, unknown> = {}) => {
  const { body } = await list(person, query);
  expect(body.total).toBe(body.items.length);
  return body.items.map(({ subject }) => subject).sort();
};

describe('who sees which tickets', () => {
  it('shows employees their own', async () => {
    const own = ['Fresh 100% paper', 'Mine', 'Secret salary', 'Waiting'];
    expect(await subjects(world.acme.employee)).toEqual(own);
    expect(await subjects(world.acme.stranger)).toEqual(['Of others']);
  });

  it('shows coordinators the desk, less restricted teams they are not in', async () => {
    expect(await subjects(world.acme.coordinator)).toEqual(['Fresh 100% paper', 'Mine', 'Of others', 'Waiting']);
    expect(await subjects(world.acme.insider)).toContain('Secret salary');
    expect(await subjects(world.acme.admin)).toHaveLength(5);
    expect(await subjects(world.globex.admin)).toEqual(['Foreign paper']);
  });

  it.each(['id', 'number'] as const)('answers the same for hidden and missing tickets, by %s', async (key) => {
    const { coordinator, stranger } = world.acme;
    const get = (person: Person, id: string) => person.client.call(endpoints.get, { params: { id } });
    const missing = await get(stranger, key === 'id' ? '00000000-0000-7000-8000-000000000000' : 'ACME-99999');
    const hidden = [
      await get(stranger, tickets.mine[key]),
      await get(coordinator, tickets.secret[key]),
      await get(stranger, tickets.foreign[key]),
    ];
    for (const { status, error } of hidden) {
      expect(status).toBe(404);
      expect({ ...error, requestId: '' }).toEqual({ ...missing.error, requestId: '' });
    }
  });

  it("does not take another organization's number for one of ours", async () => {
    const [, number] = tickets.mine.number.split('-');
    const get = (id: string) => world.acme.employee.client.call(endpoints.get, { params: { id } });
    expect((await get(`GLBX-${number}`)).status).toBe(404);
    expect((await get(`acme-${number}`)).body.id).toBe(tickets.mine.id);
    expect((await get(number as string)).body.id).toBe(tickets.mine.id);
  });
});

describe('filters', () => {
  it.each([
    [{ status: 'waiting' }, ['Waiting']],
    [{ status: 'waiting,in_progress' }, ['Mine', 'Waiting']],
    [{ priority: 'urgent' }, ['Mine']],
    [{ assignee: 'me' }, ['Mine', 'Waiting']],
    [{ assignee: 'none' }, ['Fresh 100% paper']],
    [{ assignee: 'me,none', status: 'new' }, ['Fresh 100% paper']],
    [{ requester: 'me' }, []],
    [{ q: 'PAPER' }, ['Fresh 100% paper']],
    [{ q: '100%' }, ['Fresh 100% paper']],
    [{ q: '%' }, []],
    [{ q: '_' }, []],
    [{ q: 'salary' }, []],
    [{ q: "' OR 1=1 --" }, []],
    [{ createdAfter: '2100-01-01T00:00:00Z' }, []],
    [{ createdBefore: '2000-01-01T00:00:00Z' }, []],
  ])('%j find %j', async (query, expected) => expect(await subjects(world.acme.coordinator, query)).toEqual(expected));

  it('by team, category and number', async () => {
    const { coordinator, teamId, categoryId } = world.acme;
    expect(await subjects(coordinator, { team: teamId })).toEqual(['Fresh 100% paper']);
    expect(await subjects(coordinator, { category: categoryId })).toEqual(['Fresh 100% paper']);
    expect(await subjects(coordinator, { q: tickets.mine.number })).toEqual(['Mine']);
  });

  it('by a foreign team, person or category find nothing', async () => {
    const { admin } = world.acme;
    const { teamId, categoryId, coordinator } = world.globex;
    for (const query of [{ team: teamId }, { category: categoryId }, { assignee: coordinator.id }])
      expect(await subjects(admin, query)).toEqual([]);
  });
});

describe('pages', () => {
  it.each(['-updatedAt', 'updatedAt', '-createdAt', 'createdAt', '-priority', 'priority'])(
    'by %s hold every ticket once, in order',
    async (sort) => {
      const { admin } = world.acme;
      const whole = (await list(admin, { sort, limit: 100 })).body.items.map(({ id }) => id);
      const paged: string[] = [];
      let cursor: string | null = null;
      do {
        const { body } = await list(admin, { sort, limit: 2, ...(cursor ? { cursor } : {}) });
        expect(body.total).toBe(5);
        paged.push(...body.items.map(({ id }) => id));
        cursor = body.nextCursor;
      } while (cursor);
      expect(paged).toEqual(whole);
      expect(new Set(paged).size).toBe(5);
    },
  );
});

it('counts the queue as the reader may see it', async () => {
  const counts = async (person: Person) => {
    const { body } = await person.client.call(queueEndpoints.views);
    return Object.fromEntries(body.items.map(({ key, count }) => [key, count]));
  };
  const { coordinator, insider, teamId, restrictedTeamId } = world.acme;
  expect(await counts(coordinator)).toEqual({
    mine: 2,
    unassigned: 1,
    overdue: 0,
    open: 3,
    waiting: 1,
    resolved_today: 1,
    [`team:${teamId}`]: 1,
  });
  expect(await counts(insider)).toMatchObject({ unassigned: 2, open: 4, [`team:${restrictedTeamId}`]: 1 });
});
