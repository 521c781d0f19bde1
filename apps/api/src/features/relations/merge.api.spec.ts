import { ticketsEndpoints } from '@baton/contracts/tickets/tickets.endpoints';
import { png } from '../../../test/support/files.js';
import { mergingIn } from '../../../test/support/merging.js';
import { startWorld, type World } from '../../../test/support/world.js';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const { ticketOf, merge, unmerge, get, say, timeline, reads, messages } = mergingIn(() => world);

describe('a merged ticket', () => {
  it('ends, and its messages are on the other one, in order and by their authors', async () => {
    const { employee, stranger, coordinator } = world.acme;
    const a = await ticketOf(employee, { description: 'The <strong>printer</strong> is dead.' });
    const b = await ticketOf(stranger);
    await say(employee, a.id, 'first of a');
    await say(coordinator, a.id, 'a secret of a', { internal: true });
    await say(coordinator, b.id, 'first of b');

    const { status, body } = await merge(a.id, b.id);
    expect([status, body.id, body.mergedFrom.map(({ id }) => id)]).toEqual([200, b.id, [a.id]]);
    const source = (await get(a.id)).body;
    expect(source).toMatchObject({ status: 'closed', mergedInto: { id: b.id, number: b.number }, lastReplyBy: null });
    expect(source.can).toMatchObject({ relate: true, unmerge: true, moves: [] });

    expect(await reads(b.id)).toEqual([
      'ticket.created',
      'first of b',
      'ticket.merged',
      'ticket.watcher_added',
      'first of a',
      'a secret of a',
    ]);
    const moved = (await timeline(b.id)).at(-2);
    expect(moved).toMatchObject({
      kind: 'reply',
      data: { movedFrom: { id: a.id, number: a.number } },
      message: { author: { id: employee.id }, ticketId: b.id },
    });
    expect(await reads(b.id, stranger)).toEqual([
      'ticket.created',
      'first of b',
      'ticket.merged',
      'ticket.watcher_added',
      'first of a',
    ]);
    expect((await timeline(b.id, stranger)).map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5]);
    expect((await timeline(b.id, stranger))[2]?.data).toMatchObject({
      from: { number: a.number },
      requests: [{ subject: a.subject, description: 'The <strong>printer</strong> is dead.' }],
    });
    expect(body.lastReplyBy?.id).toBe(coordinator.id);
  });

  it('shows where its messages went, and of its notes nothing to its requester', async () => {
    const { employee, stranger, coordinator, insider, restrictedTeamId } = world.acme;
    const a = await ticketOf(employee);
    const b = await world.build.ticket(stranger, insider);
    await say(employee, a.id, 'public');
    await say(coordinator, a.id, 'internal', { internal: true });
    await merge(a.id, b.id);
    const entries = await timeline(a.id);
    expect(entries.map(({ type }) => type)).toEqual([
      'ticket.created',
      'message.moved',
      'message.moved',
      'ticket.merged',
      'ticket.status_changed',
    ]);
    expect(entries[1]).toMatchObject({ kind: 'system', message: null, data: { to: { number: b.number } } });
    expect(await reads(a.id, employee)).toEqual([
      'ticket.created',
      'message.moved',
      'ticket.merged',
      'ticket.status_changed',
    ]);
    expect(await messages(a.id, employee)).toEqual([]);
    await insider.client.call(ticketsEndpoints.assign, {
      params: { id: b.id },
      body: { assigneeId: null, teamId: restrictedTeamId },
    });
    // Coordinators outside of that team are not told where it went.
    expect((await timeline(a.id))[1]?.data).toEqual({ to: null });
    expect((await timeline(a.id))[3]?.data).toEqual({ into: null });
    expect((await get(a.id)).body.mergedInto).toBeNull();
  });

  it('brings its requester along, who reads on there and answers there', async () => {
    const { employee, stranger, coordinator } = world.acme;
    const a = await ticketOf(employee);
    const b = await ticketOf(stranger);
    await merge(a.id, b.id);
    const seen = (await get(b.id, employee)).body;
    expect([seen.can.reply, seen.can.withdraw, seen.watchers.map(({ id }) => id)]).toEqual([
      true,
      false,
      [employee.id],
    ]);
    const toOld = await say(employee, a.id, 'to the old number', { clientId: 'x1' });
    expect(toOld.body).toMatchObject({ ticketId: b.id, mergedInto: { id: b.id } });
    expect((await say(employee, a.id, 'to the old number', { clientId: 'x1' })).body.id).toBe(toOld.body.id);
    expect((await say(employee, b.id, 'to the new one')).body).toMatchObject({ ticketId: b.id, mergedInto: null });
    await say(stranger, b.id, 'of the other');
    await say(coordinator, a.id, 'answer to the old number');
    expect(await messages(b.id, stranger)).toEqual([
      'to the old number',
      'to the new one',
      'of the other',
      'answer to the old number',
    ]);
    expect((await unmerge(a.id)).body).toMatchObject({ status: 'new', mergedInto: null });
    expect(await messages(a.id, employee)).toEqual(['to the old number', 'to the new one', 'answer to the old number']);
    expect(await messages(b.id, stranger)).toEqual(['of the other']);
    expect((await get(b.id, employee)).status).toBe(404);
    expect((await timeline(a.id, employee)).map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('follows a chain to its end, and leaves it in any order', async () => {
    const { employee, stranger, coordinator, admin } = world.acme;
    const [a, b, c] = [await ticketOf(employee), await ticketOf(stranger), await ticketOf(admin)];
    for (const { id, number } of [a, b, c]) await say(coordinator, id, `of ${number}`);
    await merge(a.id, b.id);
    await merge(b.id, c.id);
    expect((await say(employee, a.id, 'later')).body.ticketId).toBe(c.id);
    expect(await messages(c.id, coordinator)).toEqual([`of ${c.number}`, `of ${b.number}`, `of ${a.number}`, 'later']);
    expect(await messages(b.id, coordinator)).toEqual([]);
    const merged = (await timeline(c.id)).find(({ type }) => type === 'ticket.merged');
    expect(merged?.data.requests).toHaveLength(2);
    // From the middle: everything of a comes back from c, and b stays in c.
    await unmerge(a.id);
    expect(await messages(a.id, coordinator)).toEqual([`of ${a.number}`, 'later']);
    expect(await messages(c.id, coordinator)).toEqual([`of ${c.number}`, `of ${b.number}`]);
    expect((await get(c.id, employee)).status).toBe(404);
    await unmerge(b.id);
    expect(await messages(b.id, coordinator)).toEqual([`of ${b.number}`]);
    // Again, into the same one: its entries show again instead of twice.
    await merge(a.id, b.id);
    await unmerge(a.id);
    await merge(a.id, b.id);
    expect(await messages(b.id, coordinator)).toEqual([`of ${b.number}`, `of ${a.number}`, 'later']);
  });

  it('has its files read where it goes on', async () => {
    const { employee, stranger } = world.acme;
    const form = new FormData();
    form.append('subject', 'With a picture');
    form.append('description', 'See there');
    form.append('files', new Blob([new Uint8Array(await png(40, 30))]), 'a.png');
    const a = (await employee.client.call(ticketsEndpoints.create, { form })).body;
    const b = await ticketOf(stranger);
    const url = a.attachments[0]?.downloadUrl as string;
    expect((await stranger.client.raw('GET', url)).status).toBe(404);
    await merge(a.id, b.id);
    expect((await stranger.client.raw('GET', url)).status).toBe(200);
    await unmerge(a.id);
    expect((await stranger.client.raw('GET', url)).status).toBe(404);
  });

  it('is told to its requester, and says nothing twice', async () => {
    const { employee, stranger, coordinator } = world.acme;
    const a = await ticketOf(employee);
    const b = await ticketOf(stranger);
    await say(coordinator, a.id, 'said once');
    await world.jobsDone();
    const before = await world.sql('SELECT id FROM mails');
    await merge(a.id, b.id);
    await world.jobsDone();
    const told = await world.sql<{ template: string; recipient: string }>(
      'SELECT template, recipient FROM mails WHERE id <> ALL($1)',
      [before.map(({ id }) => id)],
    );
    expect(told).toEqual([{ template: 'ticket.merged', recipient: employee.email }]);
  });
});
