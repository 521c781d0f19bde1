import { authEndpoints } from '@baton/contracts/auth/auth.endpoints';
import { conversationEndpoints } from '@baton/contracts/conversation/conversation.endpoints';
import { mailEndpoints } from '@baton/contracts/mail/mail.endpoints';
import { ticketsEndpoints } from '@baton/contracts/tickets/tickets.endpoints';
import { usersEndpoints } from '@baton/contracts/users/users.endpoints';
import { Client } from './support/client.js';
import { pdf, png } from './support/files.js';
import { startWorld, type World } from './support/world.js';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const EMAIL = 'noor@acme.test';
const PASSWORD = 'blue kettle 1987';
const SECRET = 'Between us 4711';

/** Asks for an account, waits for the admin, and signs in. */
async function join(): Promise<Client> {
  const { admin } = world.acme;
  const client = new Client(world.url);
  const body = { name: 'Noor Haddad', email: EMAIL, password: PASSWORD, organization: 'acme' };
  expect((await client.call(authEndpoints.register, { body })).body).toEqual({ status: 'pending' });
  const signIn = () => client.call(authEndpoints.login, { body: { email: EMAIL, password: PASSWORD } });
  expect((await signIn()).error.code).toBe('auth.account_pending');
  const { body: waiting } = await admin.client.call(usersEndpoints.list, { query: { status: 'pending' } });
  const params = { id: waiting.items.find(({ email }) => email === EMAIL)?.id as string };
  await admin.client.call(usersEndpoints.approve, { params });
  const { status, body: session } = await signIn();
  expect(status).toBe(200);
  client.token = session.accessToken;
  return client;
}

async function askWithFiles(asker: Client) {
  const form = new FormData();
  form.append('subject', 'The label printer prints half a label');
  form.append('description', 'Since this morning.');
  form.append('files', new Blob([new Uint8Array(await png(800, 600))]), 'half a label.png');
  form.append('files', new Blob([new Uint8Array(pdf())]), 'self-test.pdf');
  const { status, body } = await asker.call(ticketsEndpoints.create, { form });
  expect([status, body.attachments.length]).toEqual([201, 2]);
  return body;
}

it('is done through REST alone, from registering to the follow-up, with a mail for every step', async () => {
  const asker = await join();
  const desk = world.acme.coordinator.client;
  const { id, attachments } = await askWithFiles(asker);
  const params = { id };
  const say = (client: Client, body: string, internal = false) =>
    client.call(conversationEndpoints.send, { params, body: { body, internal } });
  const set = (status: string) => desk.call(ticketsEndpoints.changeStatus, { params, body: { status } });
  for (const { downloadUrl } of attachments) expect((await desk.raw('GET', downloadUrl)).status).toBe(200);

  await desk.call(ticketsEndpoints.claim, { params });
  await say(desk, 'Which roll is in it?');
  await say(asker, 'The blue one');
  await say(desk, SECRET, true);
  const seen = await asker.call(conversationEndpoints.timeline, { params });
  expect(JSON.stringify(seen.body)).not.toContain(SECRET);
  expect(seen.body.items.filter(({ kind }) => kind === 'reply')).toHaveLength(2);

  expect((await set('waiting')).body.status).toBe('waiting');
  await say(asker, 'Number 12-345');
  expect((await set('resolved')).body.status).toBe('resolved');
  expect((await asker.call(ticketsEndpoints.reopen, { params, body: {} })).body.status).toBe('open');
  await set('resolved');
  expect((await asker.call(ticketsEndpoints.close, { params, body: {} })).body.status).toBe('closed');
  // Only mails about the same thing come in its order.
  await world.jobsDone();
  const later = await say(asker, 'It began again');
  expect(later.body.followUp).toMatchObject({ id: later.body.ticketId, status: 'new' });

  await world.jobsDone();
  const { body: mails } = await world.acme.admin.client.call(mailEndpoints.list, { query: { limit: 100 } });
  const toAsker = mails.items.filter(({ to }) => to === EMAIL).map(({ template }) => template);
  expect(toAsker.reverse()).toEqual([
    'registration.pending',
    'registration.approved',
    'ticket.received',
    'ticket.with_person',
    'ticket.replied',
    'ticket.status_changed',
    'ticket.status_changed',
    'ticket.status_changed',
    'ticket.received',
  ]);
});
