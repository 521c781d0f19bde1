import { ticketsEndpoints as endpoints } from '@baton/contracts/tickets/tickets.endpoints';
import type { Person } from '../../../test/support/factories.js';
import { startWorld, type World } from '../../../test/support/world.js';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const create = (person: Person, more: Record<string, unknown> = {}) =>
  person.client.call(endpoints.create, { body: { subject: 'A subject', description: 'A description', ...more } });
const edit = (person: Person, id: string, body: Record<string, unknown>) =>
  person.client.call(endpoints.update, { params: { id }, body });

describe('asking on behalf of somebody', () => {
  it('makes them the requester, and both sides see it', async () => {
    const { coordinator, employee } = world.acme;
    const { body } = await create(coordinator, { onBehalfOfId: employee.id });
    expect(body).toMatchObject({ requesterId: employee.id, submittedBy: { id: coordinator.id } });
    expect((await employee.client.call(endpoints.get, { params: { id: body.id } })).status).toBe(200);
    const [created] = await world.sql<{ data: unknown }>('SELECT data FROM events WHERE ticket_id = $1', [body.id]);
    expect(created?.data).toEqual({ onBehalfOf: { id: employee.id, name: employee.name } });
  });

  it('is for coordinators, and within the organization', async () => {
    const { coordinator, employee, stranger } = world.acme;
    const refused = await create(employee, { onBehalfOfId: stranger.id });
    expect([refused.status, refused.error.details]).toEqual([403, { fields: ['onBehalfOfId'] }]);
    expect((await create(coordinator, { onBehalfOfId: world.globex.employee.id })).status).toBe(404);
  });
});

describe('fields of a new ticket', () => {
  it('are normalized and sanitized', async () => {
    const { body } = await create(world.acme.employee, {
      subject: '  Größe <b>XXL</b>  ',
      description: 'First\n\nSecond <script>alert(1)</script>',
      callbackNumber: '+4930123456',
      issueType: 'Hardware',
    });
    expect(body).toMatchObject({
      subject: 'Größe <b>XXL</b>',
      callbackNumber: '+4930123456',
      issueType: 'Hardware',
      channel: 'web',
      priority: 'medium',
    });
    expect(body.description).not.toContain('<script');
  });

  it.each([
    ['a short subject', { subject: 'ab' }, 'subject'],
    ['a long subject', { subject: 'x'.repeat(151) }, 'subject'],
    ['a subject of two lines', { subject: 'one\ntwo' }, 'subject'],
    ['no description', { description: '' }, 'description'],
    ['a description of nothing but markup', { description: '<p> </p>' }, 'description'],
    ['a long description', { description: 'x'.repeat(20_001) }, 'description'],
    ['an invented priority', { priority: 'super' }, 'priority'],
    ['a local phone number', { callbackNumber: '030 1234' }, 'callbackNumber'],
    ['an id that is none', { categoryId: 'x' }, 'categoryId'],
    [
      'too many files',
      { attachmentIds: Array.from({ length: 11 }, (_, n) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`) },
      'attachmentIds',
    ],
  ])('are refused for %s', async (_case, more, field) => {
    const answer = await create(world.acme.employee, more);
    expect([answer.status, answer.error.code]).toEqual([400, 'request.invalid']);
    expect(Object.keys(answer.error.details)).toEqual([field]);
  });

  it.each([
    ['requesterId', 'stranger'],
    ['tenantId', 'x'],
    ['status', 'closed'],
    ['assigneeId', null],
    ['number', 1],
    ['version', 7],
    ['createdAt', '2020-01-01T00:00:00Z'],
    ['id', '00000000-0000-7000-8000-000000000000'],
    ['channel', 'email'],
    ['resolvedAt', null],
    ['lastSeq', 99],
  ])('cannot be smuggled in: %s', async (field, value) => {
    const created = await create(world.acme.employee, { [field]: value });
    expect([created.status, Object.keys(created.error.details)]).toEqual([400, [field]]);
    const { id } = (await create(world.acme.employee)).body;
    if (field === 'version') return;
    const edited = await edit(world.acme.employee, id, { subject: 'Other', [field]: value });
    expect(edited.status).toBe(400);
    expect((await world.acme.employee.client.call(endpoints.get, { params: { id } })).body.subject).toBe('A subject');
  });

  it('numbers tickets of one organization without a gap, whatever fails in between', async () => {
    const { employee } = world.globex;
    const numbers: number[] = [];
    for (let n = 0; n < 3; n++) {
      await create(employee, { categoryId: world.acme.categoryId });
      numbers.push(Number((await create(employee)).body.number.split('-')[1]));
    }
    expect(numbers).toEqual([numbers[0], (numbers[0] ?? 0) + 1, (numbers[0] ?? 0) + 2]);
  });
});

describe('categories and teams', () => {
  it('route a new ticket, and are shown by path', async () => {
    const { tenant, employee, teamId, categoryId } = world.acme;
    const child = await world.build.category(tenant, { name: 'Printers', parentId: categoryId, teamId });
    const { body } = await create(employee, { categoryId: child });
    expect(body).toMatchObject({ teamId, category: { id: child, name: 'Hardware › Printers' } });
  });

  it('of another organization, missing or archived, are not there', async () => {
    const { tenant, employee } = world.acme;
    const archived = await world.build.category(tenant);
    await world.sql('UPDATE categories SET archived = true WHERE id = $1', [archived]);
    for (const categoryId of [world.globex.categoryId, archived, '00000000-0000-7000-8000-000000000000'])
      expect((await create(employee, { categoryId })).status).toBe(404);
  });
});

describe('editing', () => {
  it('is for the requester, less what the desk decides', async () => {
    const { employee, stranger, coordinator } = world.acme;
    const { id } = await world.build.ticket(employee, coordinator);
    expect((await edit(employee, id, { subject: 'Better words' })).body.subject).toBe('Better words');
    for (const body of [{ priority: 'urgent' }, { tags: ['x'] }, { categoryId: null }, { issueType: 'x' }]) {
      const answer = await edit(employee, id, body);
      expect([answer.status, answer.error.details]).toEqual([403, { fields: Object.keys(body) }]);
    }
    expect((await edit(stranger, id, { subject: 'Not mine' })).status).toBe(404);
  });

  it('keeps tags to the desk: set by coordinators, refused from employees, absent from their timeline', async () => {
    const { employee, coordinator } = world.acme;
    const { id, lastSeq } = await world.build.ticket(employee, coordinator);
    expect((await edit(coordinator, id, { tags: ['vip', 'hardware'] })).body.tags).toEqual(['vip', 'hardware']);
    expect((await edit(coordinator, id, { tags: ['a', 'a'] })).status).toBe(400);
    const seen = (await employee.client.call(endpoints.get, { params: { id } })).body;
    expect(seen.lastSeq).toBe(lastSeq);
    expect((await create(employee, { tags: ['mine'] })).status).toBe(403);
  });

  it('of an ended ticket is refused', async () => {
    const { employee, coordinator } = world.acme;
    const { id } = await world.build.ticket(employee, coordinator, { status: 'closed' });
    expect((await edit(coordinator, id, { subject: 'Too late' })).error.code).toBe('ticket.is_final');
  });

  it('that changes nothing makes no version and no event', async () => {
    const { employee, coordinator } = world.acme;
    const ticket = await world.build.ticket(employee, coordinator);
    const { body } = await edit(coordinator, ticket.id, { subject: ticket.subject, priority: ticket.priority });
    expect(body.version).toBe(ticket.version);
  });
});

describe('watchers', () => {
  it('are added by the desk, then see the ticket, and can leave', async () => {
    const { employee, stranger, coordinator } = world.acme;
    const { id } = await world.build.ticket(employee, coordinator);
    const watch = (by: Person, userId?: string) =>
      by.client.call(endpoints.watch, { params: { id }, body: userId ? { userId } : {} });
    expect((await watch(stranger)).status).toBe(404);
    expect((await watch(employee, stranger.id)).status).toBe(403);
    const { body } = await watch(coordinator, stranger.id);
    expect(body.watchers.map((person) => person.id)).toEqual([stranger.id]);
    const seen = await stranger.client.call(endpoints.get, { params: { id } });
    expect(seen.body.can).toMatchObject({ reply: false, note: false, edit: false, withdraw: false });
    const left = await stranger.client.call(endpoints.unwatch, { params: { id, userId: stranger.id } });
    expect([left.status, (await stranger.client.call(endpoints.get, { params: { id } })).status]).toEqual([200, 404]);
  });

  it('leave once: who does not watch changes nothing by not watching', async () => {
    const { employee, coordinator } = world.acme;
    const { id, version } = await world.build.ticket(employee, coordinator);
    const params = { id, userId: coordinator.id };
    expect((await coordinator.client.call(endpoints.unwatch, { params })).body.version).toBe(version);
  });

  it('are people of the organization', async () => {
    const { employee, coordinator } = world.acme;
    const { id } = await world.build.ticket(employee, coordinator);
    const body = { userId: world.globex.employee.id };
    expect((await coordinator.client.call(endpoints.watch, { params: { id }, body })).status).toBe(404);
  });
});
