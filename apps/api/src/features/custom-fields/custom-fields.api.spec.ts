import { conversationEndpoints } from '@baton/contracts/conversation/conversation.endpoints';
import { customFieldsEndpoints as endpoints } from '@baton/contracts/custom-fields/custom-fields.endpoints';
import { queueEndpoints } from '@baton/contracts/queue/queue.endpoints';
import { ticketsEndpoints } from '@baton/contracts/tickets/tickets.endpoints';
import type { Person } from '../../../test/support/factories.js';
import { startWorld, type World } from '../../../test/support/world.js';

let world: World;
const ids: Record<string, string> = {};
const id = (name: string): string => ids[name] as string;

const add = async (name: string, kind: string, options?: string[]) => {
  const answer = await world.acme.admin.client.call(endpoints.create, {
    body: { name, kind, ...(options ? { options } : {}) },
  });
  if (answer.status !== 201) return answer.error.code as string;
  ids[name] = answer.body.id;
  return answer.status;
};
const change = async (name: string, body: Record<string, unknown>) => {
  const answer = await world.acme.admin.client.call(endpoints.update, { params: { id: id(name) }, body });
  return answer.status === 200 ? 200 : (answer.error.code as string);
};
const set = ({ client }: Person, ticketId: string, customFields: Record<string, unknown>, more = {}) =>
  client.call(ticketsEndpoints.update, { params: { id: ticketId }, body: { customFields, ...more } });
const foundBy = async ({ client }: Person, ...conditions: string[]) => {
  const query = new URLSearchParams([
    ['count', 'true'],
    ...conditions.map((condition): [string, string] => ['cf', condition]),
  ]);
  const { body, status } = await client.raw('GET', `/api/tickets?${query}`);
  return status === 200 ? (body as { total: number }).total : status;
};
const found = (...conditions: string[]) => foundBy(world.acme.coordinator, ...conditions);

beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

describe('fields', () => {
  it('are added by admins, with names of their own and options for choices only', async () => {
    expect(await add('Asset', 'text')).toBe(201);
    expect(await add('Cost', 'number')).toBe(201);
    expect(await add('Due on', 'date')).toBe(201);
    expect(await add('Site', 'choice', ['Berlin', 'Munich'])).toBe(201);
    expect(await add('site', 'text')).toBe('custom_field.name_taken');
    expect(await add('Choice', 'choice')).toBe('request.invalid');
    expect(await add('Text', 'text', ['A'])).toBe('request.invalid');
  });

  it('are renamed, moved, given other options and archived', async () => {
    expect(await change('Cost', { name: 'Costs', position: 0 })).toBe(200);
    expect(await change('Site', { options: ['Berlin', 'Munich', 'Hamburg'] })).toBe(200);
    expect(await change('Site', { options: [] })).toBe('request.invalid');
    expect(await change('Asset', { name: 'COSTS' })).toBe('custom_field.name_taken');
    const { items } = (await world.acme.coordinator.client.call(endpoints.list)).body;
    expect(items.map(({ name, position }) => [name, position])).toEqual([
      ['Costs', 0],
      ['Asset', 1],
      ['Due on', 2],
      ['Site', 3],
    ]);
    expect(items[3]).toMatchObject({ kind: 'choice', options: ['Berlin', 'Munich', 'Hamburg'], archived: false });
  });

  it('are of one organization', async () => {
    const { client } = world.globex.admin;
    expect((await client.call(endpoints.list)).body.items).toEqual([]);
    expect((await client.call(endpoints.update, { params: { id: id('Asset') }, body: { name: 'Ours' } })).status).toBe(
      404,
    );
  });
});

describe('values', () => {
  it('suit their fields, one by one', async () => {
    const { coordinator, employee } = world.acme;
    const ticket = await world.build.ticket(employee, coordinator);
    const wrong = { [id('Cost')]: '5', [id('Due on')]: '2026-02-30', [id('Site')]: 'Bonn', [world.globex.teamId]: 'x' };
    const { status, error } = await set(coordinator, ticket.id, wrong);
    expect(status).toBe(400);
    expect(Object.keys(error.details).sort()).toEqual(
      Object.keys(wrong)
        .map((each) => `customFields.${each}`)
        .sort(),
    );
    for (const odd of [[], 'x', { x: 1 }, { [id('Asset')]: {} }, { [id('Asset')]: true }])
      expect((await set(coordinator, ticket.id, odd as never)).status).toBe(400);
    const first = await set(coordinator, ticket.id, { [id('Cost')]: 12.5, [id('Site')]: 'Berlin' });
    expect(first.body.customFields).toEqual({ [id('Cost')]: 12.5, [id('Site')]: 'Berlin' });
    const second = await set(coordinator, ticket.id, { [id('Site')]: null, [id('Due on')]: '2026-03-01' });
    expect(second.body.customFields).toEqual({ [id('Cost')]: 12.5, [id('Due on')]: '2026-03-01' });
  });

  it('conflict field by field', async () => {
    const { coordinator, admin, employee } = world.acme;
    const { id: ticketId, version } = await world.build.ticket(employee, coordinator);
    await set(admin, ticketId, { [id('Cost')]: 1 }, { version });
    expect((await set(coordinator, ticketId, { [id('Asset')]: 'PC 1' }, { version })).status).toBe(200);
    const { error } = await set(coordinator, ticketId, { [id('Cost')]: 2 }, { version });
    expect(error).toMatchObject({
      code: 'ticket.stale',
      details: { [`customFields.${id('Cost')}`]: { yours: 2, theirs: 1 } },
    });
  });

  it('are for those who work on the ticket: not for employees, not in their timeline', async () => {
    const { coordinator, employee } = world.acme;
    const { id: ticketId } = await world.build.ticket(employee, coordinator);
    const params = { id: ticketId };
    await set(coordinator, ticketId, { [id('Asset')]: 'PC 2' }, { subject: 'A better subject' });
    const edits = async ({ client }: Person) => {
      const { body } = await client.call(conversationEndpoints.timeline, { params });
      return body.items.filter(({ type }) => type === 'ticket.edited').map(({ data }) => data);
    };
    expect(await edits(coordinator)).toMatchObject([
      { fields: { subject: { to: 'A better subject' } } },
      { fields: { [`customFields.${id('Asset')}`]: { name: 'Asset', from: null, to: 'PC 2' } } },
    ]);
    expect(JSON.stringify(await edits(employee))).not.toContain('PC 2');
    expect((await employee.client.call(ticketsEndpoints.get, { params })).body.customFields).toEqual({});
    expect((await set(employee, ticketId, { [id('Asset')]: 'Mine' })).status).toBe(403);
  });

  it('of archived fields stay, can be emptied, and take nothing new', async () => {
    const { coordinator, employee } = world.acme;
    const { id: ticketId } = await world.build.ticket(employee, coordinator);
    await set(coordinator, ticketId, { [id('Site')]: 'Munich' });
    await change('Site', { archived: true });
    expect((await set(coordinator, ticketId, { [id('Site')]: 'Berlin' })).status).toBe(400);
    expect((await set(coordinator, ticketId, { [id('Asset')]: 'PC 3' })).body.customFields).toMatchObject({
      [id('Site')]: 'Munich',
    });
    expect((await set(coordinator, ticketId, { [id('Site')]: null })).status).toBe(200);
    await change('Site', { archived: false });
  });
});

describe('filters', () => {
  beforeAll(async () => {
    const { coordinator, employee } = world.acme;
    for (const [asset, cost, due] of [
      ['Printer, 2nd floor', 100, '2027-01-01'],
      ['Scanner', 250.5, '2027-06-01'],
      ['printer', 1000, '2028-01-01'],
    ] as const) {
      const { id: ticketId } = await world.build.ticket(employee, coordinator);
      await set(coordinator, ticketId, { [id('Asset')]: asset, [id('Cost')]: cost, [id('Due on')]: due });
    }
  });

  it.each([
    ['Asset', 'eq:printer', 1],
    ['Asset', 'eq:Printer, 2nd floor', 1],
    ['Asset', 'has:PRINTER', 2],
    ['Asset', 'has:%', 0],
    ['Cost', 'eq:250.5', 1],
    ['Cost', 'eq:100.0', 1],
    ['Cost', 'gte:100', 3],
    ['Cost', 'gte:100.01', 2],
    ['Cost', 'lte:-1', 0],
    ['Cost', 'gte:many', 0],
    ['Due on', 'gte:2027-06-01', 2],
    ['Due on', 'lte:2027-05-31', 1],
  ])('%s %s finds %i', async (name, rest, expected) => {
    const since = `${id('Due on')}:gte:2027-01-01`;
    const condition = `${id(name)}:${rest}`;
    expect(await found(condition, since)).toBe(expected);
    const body = { name: condition.slice(-90), scope: 'personal', filters: { cf: [condition, since] } };
    const { client } = world.acme.coordinator;
    const saved = (await client.call(queueEndpoints.createView, { body })).body;
    await world.jobsDone();
    const { items } = (await client.call(queueEndpoints.views)).body;
    expect(items.find(({ key }) => key === saved.key)).toMatchObject({ count: expected });
  });

  it('refuse what is no condition, and find nothing by a foreign field', async () => {
    expect(await found('x:eq:1')).toBe(400);
    expect(await found(`${id('Cost')}:between:1`)).toBe(400);
    expect(await found(`${world.globex.teamId}:eq:1`)).toBe(0);
    expect(await found(...Array.from({ length: 11 }, () => `${id('Cost')}:gte:1`))).toBe(400);
  });

  it('tell nothing of values to those who see the ticket and do not work on it', async () => {
    const { coordinator, employee, insider, restrictedTeamId } = world.acme;
    const condition = `${id('Asset')}:eq:Under suspicion`;
    for (const requester of [coordinator, employee]) {
      const { id: ticketId } = await world.build.ticket(requester, insider, { teamId: restrictedTeamId });
      await set(insider, ticketId, { [id('Asset')]: 'Under suspicion' });
    }
    const readers = [insider, coordinator, employee];
    expect(await Promise.all(readers.map((reader) => foundBy(reader, condition)))).toEqual([2, 0, 0]);
    const body = { name: 'Suspects', scope: 'everyone', filters: { cf: [condition] } };
    const { key } = (await world.acme.admin.client.call(queueEndpoints.createView, { body })).body;
    await world.jobsDone();
    const counted = async ({ client }: Person) =>
      (await client.call(queueEndpoints.views)).body.items.find((view) => view.key === key)?.count;
    expect([await counted(insider), await counted(coordinator)]).toEqual([2, 0]);
  });
});
