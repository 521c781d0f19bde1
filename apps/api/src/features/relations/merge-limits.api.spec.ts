import { ticketsEndpoints } from '@baton/contracts/tickets/tickets.endpoints';
import { mergingIn } from '../../../test/support/merging.js';
import { startWorld, type World } from '../../../test/support/world.js';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const { ticketOf, merge, unmerge, get, say } = mergingIn(() => world);

describe('a merged ticket', () => {
  it('is asked in where it goes on: its requester wakes that ticket up, within the window', async () => {
    const { employee, stranger, coordinator } = world.acme;
    const a = await ticketOf(employee);
    const b = await ticketOf(stranger, { status: 'waiting' });
    await merge(a.id, b.id);
    const set = (status: 'resolved') =>
      coordinator.client.call(ticketsEndpoints.changeStatus, { params: { id: b.id }, body: { status } });
    await say(employee, a.id, 'wakes it up');
    expect((await get(b.id)).body.status).toBe('in_progress');
    await set('resolved');
    await say(employee, b.id, 'reopens it');
    expect((await get(b.id)).body.status).toBe('open');
    await set('resolved');
    await world.sql(`UPDATE tickets SET resolved_at = now() - interval '8 days' WHERE id = $1`, [b.id]);
    const { body } = await say(employee, a.id, 'too late');
    expect([body.followUp?.subject, (await get(b.id)).body.status]).toEqual([a.subject, 'closed']);
  });

  it('whose end has ended goes on in a follow-up of its own', async () => {
    const { employee, stranger, coordinator } = world.acme;
    const a = await ticketOf(employee);
    const b = await ticketOf(stranger, { status: 'in_progress' });
    await merge(a.id, b.id);
    for (const status of ['resolved', 'closed'] as const)
      await coordinator.client.call(ticketsEndpoints.changeStatus, { params: { id: b.id }, body: { status } });
    const { body } = await say(employee, b.id, 'it is back');
    expect(body.followUp?.subject).toBe(a.subject);
    expect((await get(body.ticketId, employee)).body.requesterId).toBe(employee.id);
  });
});

describe('a merge is refused', () => {
  it.each([
    ['into itself', 'ticket.same_ticket'],
    ['twice', 'ticket.already_merged'],
    ['in a circle', 'ticket.merge_cycle'],
    ['into one that has ended', 'ticket.merge_target_final'],
  ])('%s', async (title, code) => {
    const { employee } = world.acme;
    const [a, b, c] = [await ticketOf(employee), await ticketOf(employee), await ticketOf(employee)];
    const refused = {
      'into itself': async () => merge(a.id, a.id),
      twice: async () => {
        await merge(a.id, b.id);
        return merge(a.id, c.id);
      },
      'in a circle': async () => {
        await merge(a.id, b.id);
        await merge(b.id, c.id);
        return merge(c.id, a.id);
      },
      'into one that has ended': async () => merge(a.id, (await ticketOf(employee, { status: 'closed' })).id),
    }[title];
    const answer = await refused?.();
    expect([answer?.status, answer?.error.code]).toEqual([409, code]);
  });

  it('for those who do not work on both', async () => {
    const { employee, insider, coordinator, restrictedTeamId } = world.acme;
    const open = await ticketOf(employee);
    const hidden = await world.build.ticket(employee, insider, { teamId: restrictedTeamId });
    expect((await merge(open.id, hidden.id)).status).toBe(404);
    expect((await merge(open.id, hidden.id, insider)).status).toBe(200);
    expect((await unmerge(open.id, coordinator)).error.code).toBe('access.forbidden');
    const other = world.globex;
    const foreign = await world.build.ticket(other.employee, other.coordinator);
    expect((await merge(foreign.id, open.id)).status).toBe(404);
    expect((await merge(hidden.id, foreign.id, insider)).status).toBe(404);
    expect((await unmerge((await ticketOf(employee)).id)).error.code).toBe('ticket.not_merged');
  });
});
