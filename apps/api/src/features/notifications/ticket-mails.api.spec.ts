import { mailEndpoints } from '@baton/contracts/mail/mail.endpoints';
import { ticketsEndpoints as endpoints } from '@baton/contracts/tickets/tickets.endpoints';
import type { Person } from '../../../test/support/factories.js';
import { startWorld, type World } from '../../../test/support/world.js';

let world: World;
beforeAll(async () => {
  // As it is shipped: what is fetched together is told in its order all the same.
  world = await startWorld({ JOB_SHARING_MS: '100' });
});
afterAll(() => world.stop());

/** Template and recipient of every mail about a ticket since the last look, oldest first. */
async function mailsFor(work: () => Promise<unknown>): Promise<string[]> {
  await world.jobsDone();
  const [before] = await world.sql<{ count: string }>('SELECT count(*) FROM mails');
  await work();
  await world.jobsDone();
  const rows = await world.sql<{ template: string; recipient: string }>(
    'SELECT template, recipient FROM mails ORDER BY created_at, id OFFSET $1',
    [before?.count],
  );
  return rows.map(({ template, recipient }) => `${template} → ${recipient}`).sort();
}

it('tells each side of every step, once, and nobody of what they did themselves', async () => {
  const { employee, coordinator, insider } = world.acme;
  let params = { id: '' };
  const ask = employee.client;
  const desk = coordinator.client;
  const move = (status: 'waiting' | 'resolved') => () =>
    desk.call(endpoints.changeStatus, { params, body: { status } });

  expect(
    await mailsFor(async () => {
      params = { id: (await world.build.ticket(employee, coordinator)).id };
    }),
  ).toEqual([`ticket.received → ${employee.email}`]);
  expect(await mailsFor(() => desk.call(endpoints.claim, { params }))).toEqual([
    `ticket.with_person → ${employee.email}`,
  ]);
  expect(await mailsFor(() => world.build.message(coordinator, params.id, 'On my way'))).toEqual([
    `ticket.replied → ${employee.email}`,
  ]);
  expect(await mailsFor(() => world.build.message(employee, params.id, 'Thanks'))).toEqual([
    `ticket.replied → ${coordinator.email}`,
  ]);
  expect(await mailsFor(() => world.build.message(coordinator, params.id, 'Grumble', true))).toEqual([]);
  expect(await mailsFor(move('waiting'))).toEqual([`ticket.status_changed → ${employee.email}`]);
  expect(await mailsFor(() => world.build.message(employee, params.id, 'Here'))).toEqual([
    `ticket.replied → ${coordinator.email}`,
  ]);
  expect(await mailsFor(move('resolved'))).toEqual([`ticket.status_changed → ${employee.email}`]);
  expect(await mailsFor(() => ask.call(endpoints.reopen, { params, body: {} }))).toEqual([
    `ticket.status_changed → ${coordinator.email}`,
  ]);
  const assign = { params, body: { assigneeId: insider.id } };
  expect(await mailsFor(() => desk.call(endpoints.assign, assign))).toEqual([
    `ticket.assigned_to_you → ${insider.email}`,
    `ticket.with_person → ${employee.email}`,
  ]);
  await move('resolved')();
  expect(await mailsFor(() => ask.call(endpoints.close, { params, body: {} }))).toEqual([
    `ticket.status_changed → ${insider.email}`,
  ]);
  expect(await mailsFor(() => world.build.message(employee, params.id, 'Again!'))).toEqual([
    `ticket.followed_up → ${insider.email}`,
    `ticket.received → ${employee.email}`,
  ]);
});

it('includes watchers, and leaves out who wants no mail or may not sign in', async () => {
  const { tenant, employee, coordinator } = world.acme;
  const watchers: Person[] = [];
  for (let n = 0; n < 3; n++) watchers.push(await world.build.person(tenant, 'employee'));
  const [reader, quiet, gone] = watchers as [Person, Person, Person];
  const { id } = await world.build.ticket(employee, coordinator, { status: 'in_progress' });
  for (const { id: userId } of watchers)
    await coordinator.client.call(endpoints.watch, { params: { id }, body: { userId } });
  await world.sql('UPDATE users SET mail_notifications = false WHERE id = $1', [quiet.id]);
  await world.sql(`UPDATE users SET status = 'suspended' WHERE id = $1`, [gone.id]);
  expect(await mailsFor(() => world.build.message(coordinator, id, 'News'))).toEqual(
    [`ticket.replied → ${employee.email}`, `ticket.replied → ${reader.email}`].sort(),
  );
});

it('never lets a note or markup into a mail', async () => {
  const { employee, coordinator } = world.acme;
  const subject = '<img src=x onerror=alert(1)> & "more"';
  const { id } = await world.build.ticket(employee, coordinator, { subject, status: 'in_progress' });
  await world.build.message(coordinator, id, 'Secret-4712', true);
  await world.build.message(coordinator, id, '<p onclick="x()">Hello <b>you</b></p><script>alert(1)</script>');
  await world.jobsDone();
  const mails = await world.sql<{ html: string; subject: string; text: string }>(
    'SELECT html, subject, text FROM mails',
  );
  for (const mail of mails) {
    expect(JSON.stringify(mail)).not.toContain('Secret-4712');
    expect(mail.html).not.toMatch(/<(script|img|iframe)|<[^>]*\son\w+=/i);
    expect(mail.subject).not.toMatch(/[\r\n]/);
    expect(mail.text.length).toBeGreaterThan(20);
  }
});

it('keeps mails readable in the mailbox, to admins of the organization', async () => {
  await world.jobsDone();
  const { body } = await world.acme.admin.client.call(mailEndpoints.list, { query: { limit: 3 } });
  expect(body.items.map(({ status }) => status)).toEqual(['kept', 'kept', 'kept']);
  const params = { id: body.items[0]?.id as string };
  expect((await world.acme.admin.client.call(mailEndpoints.get, { params })).body.html).toContain('<html');
  expect((await world.globex.admin.client.call(mailEndpoints.get, { params })).status).toBe(404);
  expect((await world.globex.admin.client.call(mailEndpoints.list)).body.items).toEqual([]);
});
