import { bulkEditsEndpoints } from '@baton/contracts/bulk-edits/bulk-edits.endpoints';
import { conversationEndpoints } from '@baton/contracts/conversation/conversation.endpoints';
import { ticketsEndpoints } from '@baton/contracts/tickets/tickets.endpoints';
import { bulkEditingIn, idsOf } from '../../../test/support/bulk-editing.js';
import { startWorld, type World } from '../../../test/support/world.js';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const { start, look, undo, run, undone, get, tickets } = bulkEditingIn(() => world);

describe('undoing', () => {
  it('puts back every field, whatever moves there are, and says so once', async () => {
    const { coordinator, teamId } = world.acme;
    const made = await tickets(2, { tags: undefined, priority: 'low' });
    const before = await Promise.all(idsOf(made).map(get));
    const changes = { status: 'resolved', priority: 'urgent', assigneeId: coordinator.id, teamId, addTags: ['x'] };
    const edit = await run({ selection: { ids: idsOf(made) }, changes });
    expect(edit.done).toBe(2);
    await world.jobsDone();
    const mails = await world.sql('SELECT id FROM mails');
    expect(await undone(edit.id)).toMatchObject({ state: 'undone', total: 2, done: 2, failed: 0, undoUntil: null });
    for (const old of before) {
      const now = await get(old.id);
      for (const field of ['status', 'priority', 'assigneeId', 'teamId', 'tags', 'resolvedAt', 'closedAt'] as const)
        expect([field, now[field]]).toEqual([field, old[field]]);
    }
    expect(await world.sql('SELECT id FROM mails')).toHaveLength(mails.length);
    const { body } = await coordinator.client.call(conversationEndpoints.timeline, {
      params: { id: before[0]?.id as string },
    });
    expect(body.items.slice(-3).map(({ type, actor }) => [type, actor?.id])).toEqual([
      ['ticket.status_changed', coordinator.id],
      ['ticket.team_changed', coordinator.id],
      ['ticket.restored', coordinator.id],
    ]);
    expect(body.items.at(-1)?.data).toMatchObject({
      fields: { assignee: { from: { name: coordinator.name }, to: null }, priority: { from: 'urgent', to: 'low' } },
    });
    expect((await undo(edit.id)).error.code).toBe('bulk.already_undone');
  });

  it('leaves what somebody changed since', async () => {
    const [a, b] = idsOf(await tickets(2, { priority: 'low' })) as [string, string];
    const edit = await run({ selection: { ids: [a, b] }, changes: { priority: 'high', addTags: ['y'] } });
    await world.acme.admin.client.call(ticketsEndpoints.update, { params: { id: a }, body: { priority: 'urgent' } });
    const result = await undone(edit.id);
    expect(result).toMatchObject({ state: 'undone', total: 2, done: 1, failed: 1 });
    expect(result.problems).toMatchObject([{ ticketId: a, code: 'bulk.changed_since' }]);
    expect(await get(a)).toMatchObject({ priority: 'urgent', tags: [] });
    expect(await get(b)).toMatchObject({ priority: 'low', tags: [] });
  });

  it('brings a ticket back from a team its author may not see, but not with what was written there', async () => {
    const { coordinator, insider, restrictedTeamId } = world.acme;
    const [quiet, worked] = idsOf(await tickets(2)) as [string, string];
    const edit = await run({ selection: { ids: [quiet, worked] }, changes: { teamId: restrictedTeamId } });
    expect(edit.done).toBe(2);
    const note = { body: 'Only for Payroll', internal: true };
    await insider.client.call(conversationEndpoints.send, { params: { id: worked }, body: note });
    const result = await undone(edit.id);
    expect(result).toMatchObject({ state: 'undone', done: 1, failed: 1 });
    expect(result.problems).toMatchObject([{ ticketId: worked, code: 'resource.not_found' }]);
    const seen = (id: string) => coordinator.client.call(ticketsEndpoints.get, { params: { id } });
    expect([(await seen(quiet)).status, (await seen(worked)).status]).toEqual([200, 404]);
  });

  it('stops an edit that runs', async () => {
    const made = await tickets(30, { priority: 'low' });
    const { body } = await start({ selection: { ids: idsOf(made) }, changes: { priority: 'high' } });
    const answer = await undo(body.id);
    expect([answer.status, answer.body.state]).toEqual([202, 'undoing']);
    await world.jobsDone();
    const edit = await look(body.id);
    expect([edit.state, edit.failed, edit.done]).toEqual(['undone', 0, edit.total]);
    for (const { id } of made) expect((await get(id)).priority).toBe('low');
  });

  it('is its author’s, for a day', async () => {
    const edit = await run({ selection: { ids: idsOf(await tickets(1)) }, changes: { priority: 'high' } });
    const { admin, employee } = world.acme;
    expect((await undo(edit.id, admin)).status).toBe(404);
    expect((await admin.client.call(bulkEditsEndpoints.get, { params: { id: edit.id } })).status).toBe(404);
    expect((await undo(edit.id, employee)).status).toBe(403);
    expect((await undo(edit.id, world.globex.coordinator)).status).toBe(404);
    await world.sql(`UPDATE bulk_edits SET started_at = now() - interval '25 hours' WHERE id = $1`, [edit.id]);
    expect((await look(edit.id)).undoUntil).toBeNull();
    expect((await undo(edit.id)).error.code).toBe('bulk.undo_over');
  });
});
