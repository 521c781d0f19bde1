import { conversationEndpoints as endpoints } from '@baton/contracts/conversation/conversation.endpoints';
import { ticketsEndpoints } from '@baton/contracts/tickets/tickets.endpoints';
import type { Person } from '../../../test/support/factories.js';
import { png } from '../../../test/support/files.js';
import { startWorld, type World } from '../../../test/support/world.js';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const ticket = (status: 'new' | 'in_progress' | 'waiting' | 'closed' = 'in_progress') =>
  world.build.ticket(world.acme.employee, world.acme.coordinator, { status });
const send = (person: Person, id: string, changes: object, more: object = {}) =>
  person.client.call(endpoints.send, { params: { id }, body: { body: 'Here you are', changes, ...more } });
const look = async (person: Person, id: string) =>
  (await person.client.call(ticketsEndpoints.get, { params: { id } })).body;
const types = async (person: Person, id: string) =>
  (await person.client.call(endpoints.timeline, { params: { id } })).body.items.map(({ type }) => type);

it('changes everything at once, after the message', async () => {
  const { coordinator, insider, teamId, categoryId } = world.acme;
  const { id } = await ticket();
  const before = (await types(coordinator, id)).length;
  const changes = {
    status: 'waiting',
    priority: 'high',
    assigneeId: insider.id,
    teamId,
    categoryId,
    addTags: ['vpn', 'office'],
  };
  expect((await send(coordinator, id, changes)).status).toBe(201);
  const { addTags: tags, ...fields } = changes;
  expect(await look(coordinator, id)).toMatchObject({ ...fields, tags });
  expect((await types(coordinator, id)).slice(before)).toEqual([
    'message.sent',
    'ticket.edited',
    'ticket.team_changed',
    'ticket.assigned',
    'ticket.status_changed',
  ]);
  await send(coordinator, id, { removeTags: ['vpn', 'nothing'], addTags: ['office'] }, { internal: true });
  expect((await look(coordinator, id)).tags).toEqual(['office']);
});

it('comes with files in one multipart request as well', async () => {
  const { coordinator } = world.acme;
  const { id } = await ticket();
  const form = new FormData();
  form.append('files', new Blob([new Uint8Array(await png(40, 30))]), 'shot.png');
  form.append('changes', JSON.stringify({ status: 'resolved' }));
  const answer = await coordinator.client.call(endpoints.send, { params: { id }, form });
  expect([answer.status, (await look(coordinator, id)).status]).toEqual([201, 'resolved']);
  for (const changes of ['{', '[]', '7', '{"status":"gone"}', '{"role":"admin"}']) {
    const bad = new FormData();
    bad.append('body', 'Hi');
    bad.append('changes', changes);
    expect((await coordinator.client.call(endpoints.send, { params: { id }, form: bad })).status).toBe(400);
  }
});

it('what is so already is no change', async () => {
  const { coordinator } = world.acme;
  const { id } = await ticket('waiting');
  const before = (await types(coordinator, id)).length;
  expect((await send(coordinator, id, { status: 'waiting', assigneeId: coordinator.id })).status).toBe(201);
  expect((await types(coordinator, id)).slice(before)).toEqual(['message.sent']);
});

it.each([
  ['an illegal move', { status: 'new', priority: 'low' }, 409, 'ticket.transition_not_allowed'],
  ['somebody one cannot assign to', { assigneeId: 'employee' }, 409, 'ticket.assignee_unsuitable'],
  ['a category that is not there', { categoryId: '01900000-0000-7000-8000-000000000000' }, 404, 'resource.not_found'],
  ['too many tags', { addTags: Array.from({ length: 20 }, (_, n) => `t${n}`) }, 400, 'request.invalid'],
])('%s refuses the whole message', async (_what, changes, status, code) => {
  const { coordinator, employee } = world.acme;
  const { id } = await ticket();
  await send(coordinator, id, { addTags: ['one'] });
  const before = [await look(coordinator, id), await types(coordinator, id)];
  const wanted = 'assigneeId' in changes ? { assigneeId: employee.id } : changes;
  const answer = await send(coordinator, id, wanted);
  expect([answer.status, answer.error.code]).toEqual([status, code]);
  expect([await look(coordinator, id), await types(coordinator, id)]).toEqual(before);
});

it('is for those who work on the ticket only', async () => {
  const { employee, coordinator, insider, restrictedTeamId: teamId } = world.acme;
  const { id } = await ticket();
  for (const changes of [{ status: 'withdrawn' }, { priority: 'low' }, {}])
    expect((await send(employee, id, changes)).status).toBe(403);
  const own = await world.build.ticket(coordinator, insider, { teamId });
  expect((await send(coordinator, own.id, { priority: 'high' })).status).toBe(403);
  expect((await types(employee, id)).includes('message.sent')).toBe(false);
});

it('may hand the ticket to a team that shuts the sender out, and move it on the way', async () => {
  const { coordinator, insider, restrictedTeamId: teamId } = world.acme;
  const { id } = await ticket();
  expect((await send(coordinator, id, { teamId, assigneeId: insider.id, status: 'open' })).status).toBe(201);
  expect((await coordinator.client.call(ticketsEndpoints.get, { params: { id } })).status).toBe(404);
  expect(await look(insider, id)).toMatchObject({ teamId, assigneeId: insider.id, status: 'open' });
});

it('changes the follow-up when the ticket had ended', async () => {
  const { coordinator } = world.acme;
  const { id } = await ticket('closed');
  const { body } = await send(coordinator, id, { priority: 'urgent' });
  expect(body.ticketId).not.toBe(id);
  expect(await look(coordinator, body.ticketId)).toMatchObject({ priority: 'urgent', followUpOf: { id } });
});
