import { conversationEndpoints as endpoints } from '@baton/contracts/conversation/conversation.endpoints';
import { notificationsEndpoints } from '@baton/contracts/notifications/notifications.endpoints';
import type { Person } from '../../../test/support/factories.js';
import { startWorld, type World } from '../../../test/support/world.js';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const SECRET = 'Between-us-4711';

const ticket = (teamId?: string) =>
  world.build.ticket(world.acme.employee, world.acme.admin, { status: 'in_progress', ...(teamId ? { teamId } : {}) });
const send = (person: Person, id: string, mentions: Person[], internal = true) =>
  person.client.call(endpoints.send, {
    params: { id },
    body: {
      body: `<p>${mentions.map(({ id: user, name }) => `<span data-mention="${user}">@${name}</span>`)} ${SECRET}</p>`,
      internal,
      mentions: mentions.map(({ id: user }) => user),
    },
  });
const bell = async (person: Person, id: string) => {
  await world.jobsDone();
  const { items } = (await person.client.call(notificationsEndpoints.list, {})).body;
  return items.filter((item) => item.ticket.id === id).map(({ kind }) => kind);
};
const mails = async (person: Person, number: string) => {
  await world.jobsDone();
  return world.sql<{ template: string; text: string; html: string }>(
    'SELECT template, text, html FROM mails WHERE recipient = $1 AND subject LIKE $2 ORDER BY created_at',
    [person.email, `%${number}%`],
  );
};

it('rings the bell and sends a mail that quotes nothing', async () => {
  const { coordinator, insider } = world.acme;
  const { id, number } = await ticket();
  const { status, body } = await send(coordinator, id, [insider]);
  expect([status, body.body]).toEqual([
    201,
    `<p><span data-mention="${insider.id}">@${insider.name}</span> ${SECRET}</p>`,
  ]);
  expect(await bell(insider, id)).toEqual(['mentioned']);
  const sent = await mails(insider, number);
  expect(sent.map(({ template }) => template)).toEqual(['ticket.mentioned']);
  expect(JSON.stringify(sent)).not.toContain(SECRET);
});

it('in a reply is told once, not as a reply too', async () => {
  const { coordinator, admin, employee } = world.acme;
  const { id, number } = await ticket();
  await send(coordinator, id, [admin], false);
  expect(await bell(admin, id)).toEqual(['mentioned']);
  expect((await mails(admin, number)).map(({ template }) => template)).toEqual(['ticket.mentioned']);
  expect(await bell(employee, id)).toEqual(['replied']);
});

it('of oneself and of somebody who wants no mails makes no mail', async () => {
  const { coordinator, tenant } = world.acme;
  const { id, number } = await ticket();
  const quiet = await world.build.person(tenant, 'coordinator');
  await world.sql('UPDATE users SET mail_notifications = false WHERE id = $1', [quiet.id]);
  await send(coordinator, id, [coordinator, quiet]);
  expect([await bell(coordinator, id), await bell(quiet, id)]).toEqual([[], ['mentioned']]);
  expect([await mails(coordinator, number), await mails(quiet, number)]).toEqual([[], []]);
});

it('is refused by name for whoever does not work on the ticket, and nothing is stored', async () => {
  const { admin, coordinator, insider, employee, stranger, tenant, restrictedTeamId } = world.acme;
  const gone = await world.build.person(tenant, 'coordinator', { status: 'suspended' });
  const hidden = await ticket(restrictedTeamId);
  const answer = await send(admin, hidden.id, [insider, coordinator, employee, stranger, gone]);
  expect([answer.status, answer.error.code]).toEqual([400, 'conversation.mention_unsuitable']);
  const named = answer.error.details.people.map(({ id }: { id: string }) => id);
  expect(named.sort()).toEqual([coordinator, employee, stranger, gone].map(({ id }) => id).sort());
  const { body } = await admin.client.call(endpoints.list, { params: { id: hidden.id } });
  expect(body.items).toEqual([]);
  expect((await send(admin, hidden.id, [insider])).status).toBe(201);
});

it('reaches nobody of another organization', async () => {
  const { id } = await ticket();
  expect((await send(world.acme.coordinator, id, [world.globex.coordinator])).status).toBe(404);
});

it('is not told to somebody who lost the ticket before the job ran', async () => {
  const { admin, coordinator, restrictedTeamId } = world.acme;
  const { id } = await ticket();
  await send(admin, id, [coordinator]);
  expect(await bell(coordinator, id)).toEqual(['mentioned']);
  await world.sql('UPDATE tickets SET team_id = $2 WHERE id = $1', [id, restrictedTeamId]);
  expect(await bell(coordinator, id)).toEqual([]);
});

it('is for the desk: an employee calls nobody, and learns no name', async () => {
  const { coordinator, employee, stranger } = world.acme;
  const { id } = await ticket();
  for (const person of [coordinator, stranger]) {
    const { status, error } = await send(employee, id, [person], false);
    expect([status, error.code]).toEqual([403, 'access.forbidden']);
    expect(JSON.stringify(error)).not.toContain(person.name);
  }
  expect(await bell(coordinator, id)).toEqual([]);
});
