import type { StartBulkEditDto } from '@baton/contracts/bulk-edits/bulk-edits.dto';
import { bulkEditsEndpoints } from '@baton/contracts/bulk-edits/bulk-edits.endpoints';
import { conversationEndpoints } from '@baton/contracts/conversation/conversation.endpoints';
import { ticketsEndpoints } from '@baton/contracts/tickets/tickets.endpoints';
import type { TicketResponse } from '@baton/contracts/tickets/tickets.response';
import type { Person } from '../../../test/support/factories.js';
import { Live } from '../../../test/support/live.js';
import { startWorld, type World } from '../../../test/support/world.js';
import { newId } from '../../platform/database/new-id.js';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const start = (body: StartBulkEditDto | object, by: Person = world.acme.coordinator) =>
  by.client.call(bulkEditsEndpoints.start, { body: body as StartBulkEditDto });
const look = async (id: string, by: Person = world.acme.coordinator) =>
  (await by.client.call(bulkEditsEndpoints.get, { params: { id } })).body;
const undo = (id: string, by: Person = world.acme.coordinator) =>
  by.client.call(bulkEditsEndpoints.undo, { params: { id } });
const get = async (id: string): Promise<TicketResponse> =>
  (await world.acme.admin.client.call(ticketsEndpoints.get, { params: { id } })).body;
const tickets = async (count: number, wish = {}) => {
  const made: TicketResponse[] = [];
  for (let index = 0; index < count; index++)
    made.push(await world.build.ticket(world.acme.employee, world.acme.coordinator, wish));
  return made;
};
const idsOf = (made: TicketResponse[]) => made.map(({ id }) => id);
/** Starts an edit and waits for its end. */
const run = async (body: StartBulkEditDto | object, by?: Person) => {
  const answer = await start(body, by);
  if (answer.status !== 202) throw new Error(JSON.stringify(answer.error));
  await world.jobsDone();
  return look(answer.body.id, by);
};
const undone = async (id: string, by?: Person) => {
  const answer = await undo(id, by);
  if (answer.status !== 202) throw new Error(JSON.stringify(answer.error));
  await world.jobsDone();
  return look(id, by);
};

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
