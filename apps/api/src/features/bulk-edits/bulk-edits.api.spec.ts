import { ticketsEndpoints } from '@baton/contracts/tickets/tickets.endpoints';
import { bulkEditingIn, idsOf } from '../../../test/support/bulk-editing.js';
import { Live } from '../../../test/support/live.js';
import { startWorld, type World } from '../../../test/support/world.js';
import { newId } from '../../platform/database/new-id.js';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const { start, look, run, get, tickets } = bulkEditingIn(() => world);

describe('an edit of many tickets', () => {
  it('changes what it names, each by the rules of a single change, and says which it could not', async () => {
    const { coordinator, teamId, categoryId } = world.acme;
    const open = await tickets(3, { tags: undefined });
    const [closed] = await tickets(1, { status: 'closed' });
    const changes = { priority: 'urgent', assigneeId: coordinator.id, teamId, categoryId, addTags: ['storm'] };
    const edit = await run({ selection: { ids: [...idsOf(open), closed?.id] }, changes });
    expect(edit).toMatchObject({ state: 'done', total: 4, done: 3, failed: 1, changes });
    expect(edit.problems).toEqual([{ ticketId: closed?.id, number: closed?.number, code: 'ticket.is_final' }]);
    expect([edit.finishedAt, edit.undoUntil].includes(null)).toBe(false);
    for (const { id } of open) {
      const ticket = await get(id);
      expect(ticket).toMatchObject({ priority: 'urgent', status: 'open', assigneeId: coordinator.id, teamId });
      expect([ticket.tags, ticket.categoryId]).toEqual([['storm'], categoryId]);
    }
  });

  it('makes legal moves only', async () => {
    const [fresh] = await tickets(1);
    const [resolved] = await tickets(1, { status: 'resolved' });
    const edit = await run({ selection: { ids: [fresh?.id, resolved?.id] }, changes: { status: 'waiting' } });
    expect(edit.problems.map(({ code }) => code)).toEqual([
      'ticket.transition_not_allowed',
      'ticket.transition_not_allowed',
    ]);
    expect(edit).toMatchObject({ state: 'done', total: 2, done: 0, failed: 2 });
  });

  it('takes what the list shows under filters, as far as its author works on it', async () => {
    const { insider, admin, restrictedTeamId, coordinator } = world.acme;
    const mark = await tickets(2, { tags: undefined });
    await run({ selection: { ids: idsOf(mark) }, changes: { addTags: ['filtered'] } });
    await insider.client.call(ticketsEndpoints.assign, {
      params: { id: mark[0]?.id as string },
      body: { teamId: restrictedTeamId },
    });
    const selection = { filters: { tag: ['filtered'], status: ['new'] } };
    expect((await run({ selection, changes: { priority: 'high' } }, coordinator)).total).toBe(1);
    expect((await run({ selection, changes: { priority: 'high' } }, admin)).total).toBe(2);
    expect((await run({ selection: { filters: { q: 'nothing has this' } }, changes: { priority: 'low' } })).state).toBe(
      'done',
    );
  });

  it('tells its author live how far it is', async () => {
    const { coordinator, admin } = world.acme;
    const mine = await Live.connect(world.url, coordinator.token);
    const other = await Live.connect(world.url, admin.token);
    const edit = await run({ selection: { ids: idsOf(await tickets(3)) }, changes: { priority: 'low' } });
    const heard = mine.of('bulk_edit.progressed').filter(({ id }) => id === edit.id);
    expect(heard.at(-1)).toEqual({ id: edit.id, state: 'done', total: 3, done: 3, failed: 0 });
    expect(other.of('bulk_edit.progressed')).toEqual([]);
    mine.close();
    other.close();
  });

  it('goes on where a killed process left it, each ticket once', async () => {
    const made = await tickets(5);
    const edit = await run({ selection: { ids: idsOf(made) }, changes: { priority: 'high' } });
    // As if it had died after the second ticket: its job comes back.
    await world.sql(`UPDATE bulk_edits SET state = 'running', finished_at = NULL WHERE id = $1`, [edit.id]);
    await world.sql(`UPDATE bulk_edit_items SET state = 'waiting' WHERE bulk_edit_id = $1 AND ticket_id = ANY($2)`, [
      edit.id,
      idsOf(made).slice(2),
    ]);
    const edits = () =>
      world.sql(`SELECT ticket_id FROM events WHERE type = 'ticket.edited' AND ticket_id = ANY($1)`, [idsOf(made)]);
    expect(await edits()).toHaveLength(5);
    const job = JSON.stringify({ tenantId: world.acme.tenant.id, bulkEditId: edit.id });
    for (let twice = 0; twice < 2; twice++)
      await world.sql(`SELECT graphile_worker.add_job('bulk_edit', $1::json)`, [job]);
    await world.jobsDone();
    expect(await look(edit.id)).toMatchObject({ state: 'done', done: 5, failed: 0 });
    expect(await edits()).toHaveLength(5);
  });

  it('stops changing anything when its author may no longer, and cannot name what is not theirs', async () => {
    const { tenant, employee } = world.acme;
    const leaver = await world.build.person(tenant, 'coordinator');
    const [ticket] = await tickets(1, { priority: 'low' });
    const { body } = await start(
      { selection: { ids: [ticket?.id] }, changes: { teamId: world.globex.teamId } },
      leaver,
    );
    await world.jobsDone();
    expect((await look(body.id, leaver)).problems).toMatchObject([{ code: 'resource.not_found' }]);
    await world.sql(`UPDATE bulk_edits SET state = 'running', changes = '{"priority":"high"}' WHERE id = $1`, [
      body.id,
    ]);
    await world.sql(`UPDATE bulk_edit_items SET state = 'waiting' WHERE bulk_edit_id = $1`, [body.id]);
    await world.sql(`UPDATE users SET status = 'suspended' WHERE id = $1`, [leaver.id]);
    const job = JSON.stringify({ tenantId: tenant.id, bulkEditId: body.id });
    await world.sql(`SELECT graphile_worker.add_job('bulk_edit', $1::json)`, [job]);
    await world.jobsDone();
    const [item] = await world.sql('SELECT state, code FROM bulk_edit_items WHERE bulk_edit_id = $1', [body.id]);
    expect(item).toEqual({ state: 'failed', code: 'access.forbidden' });
    expect((await get(ticket?.id as string)).priority).toBe('low');
    expect((await start({ selection: { filters: {} }, changes: { priority: 'low' } }, employee)).status).toBe(403);
  });

  it('is refused when it says nothing, or too much', async () => {
    const { coordinator, employee, tenant } = world.acme;
    const ids = [newId()];
    for (const body of [
      { selection: {}, changes: { priority: 'low' } },
      { selection: { ids, filters: {} }, changes: { priority: 'low' } },
      { selection: { ids }, changes: {} },
      { selection: { ids }, changes: { priority: 'extreme' } },
    ])
      expect((await start(body)).status).toBe(400);
    expect((await start({ selection: { ids }, changes: { priority: 'low' } }, employee)).status).toBe(403);
    // Without triggers: this is about their number alone.
    await world.sql(`
      SET LOCAL session_replication_role = replica;
      INSERT INTO tickets (tenant_id, id, number, subject, description_html, description_text, priority, status,
        requester_id, submitted_by_id, channel, created_at, updated_at, public_updated_at)
      SELECT '${tenant.id}', gen_random_uuid(), 1000000 + n, 'Many', '', '', 'low', 'withdrawn',
        '${employee.id}', '${employee.id}', 'web', now(), now(), now()
      FROM generate_series(1, 50001) n`);
    const answer = await start({ selection: { filters: { status: ['withdrawn'] } }, changes: { priority: 'low' } });
    expect([answer.status, answer.error.code, answer.error.details]).toEqual([409, 'bulk.too_many', { max: 50_000 }]);
    expect(
      await world.sql('SELECT 1 FROM bulk_edits WHERE author_id = $1 AND state = $2', [coordinator.id, 'running']),
    ).toEqual([]);
  }, 120_000);
});
