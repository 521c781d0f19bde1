import { mailEndpoints } from '@baton/contracts/mail/mail.endpoints';
import { usersEndpoints } from '@baton/contracts/users/users.endpoints';
import { startWorld, type World } from '../../../test/support/world.js';

let world: World;
beforeAll(async () => {
  world = await startWorld();
  for (const name of ['Robin Petit', 'Sam Okoro']) {
    const body = { name, email: `${name.split(' ')[0]}@acme.test`, role: 'coordinator' as const };
    await world.acme.admin.client.call(usersEndpoints.invite, { body });
  }
  await world.jobsDone();
});
afterAll(() => world.stop());

test('the kept mails are read newest first, page by page', async () => {
  const { client } = world.acme.admin;
  const first = await client.call(mailEndpoints.list, { query: { limit: 1 } });
  expect(first.body.items).toMatchObject([{ to: 'sam@acme.test', template: 'invitation', status: 'kept' }]);
  const second = await client.call(mailEndpoints.list, { query: { limit: 1, cursor: first.body.nextCursor } });
  expect(second.body).toMatchObject({ items: [{ to: 'robin@acme.test' }], nextCursor: null });
});

test('one mail has everything its reader would see', async () => {
  const { client } = world.acme.admin;
  const [mail] = (await client.call(mailEndpoints.list)).body.items;
  const { body } = await client.call(mailEndpoints.get, { params: { id: mail?.id ?? '' } });
  expect(body.html).toContain('accept-invitation?token=');
  expect(body.text).toContain('accept-invitation?token=');
  expect(body.error).toBeNull();
});

test('another organization finds none of them', async () => {
  const [mail] = (await world.acme.admin.client.call(mailEndpoints.list)).body.items;
  const { client } = world.globex.admin;
  expect((await client.call(mailEndpoints.list)).body.items).toEqual([]);
  expect((await client.call(mailEndpoints.get, { params: { id: mail?.id ?? '' } })).status).toBe(404);
});

test('the mailbox is for admins', async () => {
  for (const person of [world.acme.coordinator, world.acme.employee])
    expect((await person.client.call(mailEndpoints.list)).status).toBe(403);
});

test('a broken cursor is refused', async () => {
  const answer = await world.acme.admin.client.call(mailEndpoints.list, { query: { cursor: 'nonsense' } });
  expect(answer).toMatchObject({ status: 400, error: { details: { cursor: [expect.any(String)] } } });
});

test('with a mail server there is no mailbox', async () => {
  const sending = await startWorld({ SMTP_URL: 'smtp://127.0.0.1:9' });
  const { client } = sending.acme.admin;
  expect((await client.call(mailEndpoints.list)).status).toBe(404);
  expect((await client.call(mailEndpoints.get, { params: { id: sending.acme.admin.id } })).status).toBe(404);
  await sending.stop();
});
