import { categoriesEndpoints } from '@baton/contracts/categories/categories.endpoints';
import { conversationEndpoints } from '@baton/contracts/conversation/conversation.endpoints';
import { macrosEndpoints as endpoints } from '@baton/contracts/macros/macros.endpoints';
import { ticketsEndpoints } from '@baton/contracts/tickets/tickets.endpoints';
import { MACRO_VARIABLES } from '@baton/domain/macros/macro-variables';
import type { Person } from '../../../test/support/factories.js';
import { startWorld, type World } from '../../../test/support/world.js';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const create = (person: Person, wish: object = {}) =>
  person.client.call(endpoints.create, { body: { name: 'Thanks', scope: 'personal', body: 'Thank you', ...wish } });
const update = (person: Person, id: string, body: object) =>
  person.client.call(endpoints.update, { params: { id }, body });
const remove = (person: Person, id: string) => person.client.call(endpoints.remove, { params: { id } });
const names = async (person: Person) => (await person.client.call(endpoints.list)).body.items.map(({ name }) => name);
const preview = (person: Person, id: string, macroId: string) =>
  person.client.call(endpoints.preview, { params: { id, macroId } });

describe('who keeps and sees macros', () => {
  it("one's own are one's own", async () => {
    const { coordinator, insider, admin } = world.acme;
    const { body } = await create(coordinator, { name: 'Mine alone' });
    expect(body).toMatchObject({ scope: 'personal', internal: false, actions: {}, can: { edit: true } });
    expect(await names(coordinator)).toContain('Mine alone');
    for (const person of [insider, admin]) {
      expect(await names(person)).not.toContain('Mine alone');
      expect((await update(person, body.id, { name: 'Taken' })).status).toBe(404);
      expect((await remove(person, body.id)).status).toBe(404);
    }
    expect((await update(coordinator, body.id, { name: 'Mine still' })).body.name).toBe('Mine still');
    expect((await remove(coordinator, body.id)).status).toBe(204);
    expect(await names(coordinator)).not.toContain('Mine still');
  });

  it("everyone's are kept by admins", async () => {
    const { coordinator, insider, admin } = world.acme;
    const { body } = await create(admin, { name: 'For all', scope: 'everyone' });
    expect([await names(coordinator), await names(insider)].every((list) => list.includes('For all'))).toBe(true);
    for (const refused of [
      await create(coordinator, { scope: 'everyone' }),
      await update(coordinator, body.id, { name: 'Mine now' }),
      await remove(coordinator, body.id),
      await update(coordinator, (await create(coordinator)).body.id, { scope: 'everyone' }),
    ])
      expect([refused.status, refused.error.code]).toEqual([403, 'access.forbidden']);
    const { items } = (await coordinator.client.call(endpoints.list)).body;
    expect(items.find(({ id }) => id === body.id)?.can).toEqual({ edit: false });
  });

  it("a team's are offered to its members", async () => {
    const { coordinator, insider, admin, restrictedTeamId: teamId } = world.acme;
    await create(admin, { name: 'Payroll only', scope: 'everyone', teamId });
    const offered = [await names(insider), await names(admin), await names(coordinator)];
    expect(offered.map((list) => list.includes('Payroll only'))).toEqual([true, true, false]);
  });

  it('another organization has its own', async () => {
    await create(world.globex.admin, { name: 'Globex words', scope: 'everyone' });
    expect(await names(world.acme.admin)).not.toContain('Globex words');
  });
});

describe('what a macro may say and do', () => {
  it('names no variable there is not', async () => {
    const answer = await create(world.acme.coordinator, { body: 'Dear {{requester.firstName}}, {{agent.name}}' });
    expect([answer.status, answer.error.code]).toEqual([400, 'macro.variable_unknown']);
    expect(answer.error.details).toEqual({ unknown: ['agent.name'], known: [...MACRO_VARIABLES] });
    const { body } = await create(world.acme.coordinator);
    expect((await update(world.acme.coordinator, body.id, { body: '{{x}}' })).status).toBe(400);
  });

  it('is made safe, and does something', async () => {
    const { coordinator } = world.acme;
    expect((await create(coordinator, { body: '<p onclick="x">Hi<script>x</script></p>' })).body.body).toBe(
      '<p>Hi</p>',
    );
    expect((await create(coordinator, { body: '<p> </p>' })).status).toBe(400);
    expect((await create(coordinator, { body: '', actions: { status: 'resolved' } })).status).toBe(201);
    const { body } = await create(coordinator, { body: '', actions: { status: 'resolved' } });
    expect((await update(coordinator, body.id, { actions: {} })).status).toBe(400);
  });

  it.each([
    ['teamId', { teamId: '01900000-0000-7000-8000-000000000000' }, 404],
    ['categoryId', { categoryId: '01900000-0000-7000-8000-000000000000' }, 404],
    ['assignee', { assignee: '01900000-0000-7000-8000-000000000000' }, 404],
    ['assignee', { assignee: 'nobody' }, 400],
    ['status', { status: 'gone' }, 400],
    ['unknown', { role: 'admin' }, 400],
  ])('refuses %s of nowhere', async (_field, actions, status) => {
    expect((await create(world.acme.coordinator, { actions })).status).toBe(status);
  });

  it('keeps what it named when that is archived, and takes nothing archived anew', async () => {
    const { coordinator, admin, tenant } = world.acme;
    const categoryId = await world.build.category(tenant, { name: 'Fax machines' });
    const { body } = await create(coordinator, { actions: { categoryId } });
    const { body: other } = await create(coordinator);
    await admin.client.call(categoriesEndpoints.update, { params: { id: categoryId }, body: { archived: true } });
    expect((await update(coordinator, body.id, { name: 'Faxes' })).status).toBe(200);
    expect((await update(coordinator, body.id, { actions: { categoryId, status: 'waiting' } })).status).toBe(200);
    expect((await update(coordinator, other.id, { actions: { categoryId } })).status).toBe(404);
    expect((await create(coordinator, { actions: { categoryId } })).status).toBe(404);
  });

  it('assigns to nobody who asks for help', async () => {
    const { coordinator, employee } = world.acme;
    expect((await create(coordinator, { actions: { assignee: employee.id } })).status).toBe(404);
  });
});

describe('used on a ticket', () => {
  it('reads filled in, escaped, with the user in it', async () => {
    const { coordinator, tenant } = world.acme;
    const asker = await world.build.person(tenant, 'employee', { name: 'Ann <b>Other</b>' });
    const ticket = await world.build.ticket(asker, coordinator, { subject: 'Fish & "chips"' });
    const { body: macro } = await create(coordinator, {
      body: `<p>${MACRO_VARIABLES.map((name) => `{{${name}}}`).join(' | ')}</p>`,
      actions: { assignee: 'me', status: 'waiting', addTags: ['asked'] },
    });
    const { body } = await preview(coordinator, ticket.number, macro.id);
    expect(body).toEqual({
      body: `<p>Ann | Ann &lt;b&gt;Other&lt;/b&gt; | ${ticket.number} | Fish &amp; &quot;chips&quot; | Cora | ${coordinator.name} | acme group</p>`,
      internal: false,
      changes: { assigneeId: coordinator.id, status: 'waiting', addTags: ['asked'] },
    });
  });

  it('is sent as it previews', async () => {
    const { coordinator, employee } = world.acme;
    const { id } = await world.build.ticket(employee, coordinator);
    const actions = { assignee: 'me', status: 'waiting' };
    const { body: macro } = await create(coordinator, { body: 'Dear {{requester.firstName}}', actions });
    const { changes, body } = (await preview(coordinator, id, macro.id)).body;
    const sent = await coordinator.client.call(conversationEndpoints.send, { params: { id }, body: { body, changes } });
    expect([sent.status, sent.body.text]).toEqual([201, 'Dear Emil']);
    const { body: after } = await coordinator.client.call(ticketsEndpoints.get, { params: { id } });
    expect(after).toMatchObject({ assigneeId: coordinator.id, status: 'waiting' });
  });

  it('is offered neither to employees nor on hidden tickets', async () => {
    const { coordinator, insider, employee, restrictedTeamId: teamId } = world.acme;
    const { body: macro } = await create(coordinator);
    const { id } = await world.build.ticket(employee, insider, { teamId });
    expect((await preview(coordinator, id, macro.id)).status).toBe(404);
    expect((await preview(employee, id, macro.id)).status).toBe(403);
    expect((await preview(insider, id, macro.id)).status).toBe(404);
  });
});
