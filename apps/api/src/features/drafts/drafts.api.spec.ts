import { setTimeout as sleep } from 'node:timers/promises';
import { conversationEndpoints } from '@baton/contracts/conversation/conversation.endpoints';
import { draftsEndpoints as endpoints } from '@baton/contracts/drafts/drafts.endpoints';
import { ticketsEndpoints } from '@baton/contracts/tickets/tickets.endpoints';
import pg from 'pg';
import type { Person } from '../../../test/support/factories.js';
import { startWorld, type World } from '../../../test/support/world.js';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const ticket = () => world.build.ticket(world.acme.employee, world.acme.coordinator, { status: 'in_progress' });
const save = (person: Person, id: string, body: string, revision: number, kind: 'reply' | 'note' = 'reply') =>
  person.client.call(endpoints.save, { params: { id, kind }, body: { body, revision } });
const drafts = async (person: Person, id: string) =>
  (await person.client.call(endpoints.list, { params: { id } })).body.items.map(({ kind, body, revision }) => [
    kind,
    body,
    revision,
  ]);
const send = (person: Person, id: string, body: Record<string, unknown>) =>
  person.client.call(conversationEndpoints.send, { params: { id }, body });

describe('a draft', () => {
  it('is kept per person and kind, by id and by number', async () => {
    const { coordinator, insider, employee } = world.acme;
    const { id, number } = await ticket();
    await save(coordinator, id, 'Dear Emil', 1);
    await save(coordinator, number, 'Who knows this?', 1, 'note');
    await save(employee, id, 'By the way', 1);
    expect(await drafts(coordinator, number)).toEqual([
      ['note', '<p>Who knows this?</p>', 1],
      ['reply', '<p>Dear Emil</p>', 1],
    ]);
    expect(await drafts(employee, id)).toEqual([['reply', '<p>By the way</p>', 1]]);
    expect(await drafts(insider, id)).toEqual([]);
  });

  it('is never overwritten by an older one, whichever arrives last', async () => {
    const { coordinator } = world.acme;
    const { id } = await ticket();
    const revisions = Array.from({ length: 30 }, (_, index) => index + 1).sort(() => Math.random() - 0.5);
    const answers = await Promise.all(revisions.map((revision) => save(coordinator, id, `Text ${revision}`, revision)));
    expect(answers.every(({ status, body }, index) => status === 200 && body.revision >= (revisions[index] ?? 0))).toBe(
      true,
    );
    expect(await drafts(coordinator, id)).toEqual([['reply', '<p>Text 30</p>', 30]]);
    expect((await save(coordinator, id, 'Late', 29)).body).toMatchObject({ body: '<p>Text 30</p>', revision: 30 });
    expect((await save(coordinator, id, 'Same', 30)).body.body).toBe('<p>Text 30</p>');
  });

  it('that was emptied stays empty when a late packet comes', async () => {
    const { coordinator } = world.acme;
    const { id } = await ticket();
    await save(coordinator, id, 'Dear', 1);
    expect((await save(coordinator, id, '<p></p>', 3)).body).toMatchObject({ body: '', revision: 3 });
    expect((await save(coordinator, id, 'Dear E', 2)).body).toMatchObject({ body: '', revision: 3 });
    expect(await drafts(coordinator, id)).toEqual([]);
  });

  it('is made safe', async () => {
    const { id } = await ticket();
    const { body } = await save(world.acme.employee, id, '<p onclick="x">Hi<script>alert(1)</script></p>', 1);
    expect(body.body).toBe('<p>Hi</p>');
  });

  it('takes counters as large as a clock', async () => {
    const { id } = await ticket();
    const revision = Date.now() * 1000;
    await save(world.acme.employee, id, 'Now', revision);
    expect(await drafts(world.acme.employee, id)).toEqual([['reply', '<p>Now</p>', revision]]);
  });
});

describe('the message made of it', () => {
  it('uses it up, for good', async () => {
    const { coordinator } = world.acme;
    const { id } = await ticket();
    await save(coordinator, id, 'Done', 4);
    await save(coordinator, id, 'A note', 2, 'note');
    expect((await send(coordinator, id, { body: 'Done', draftRevision: 4 })).status).toBe(201);
    expect(await drafts(coordinator, id)).toEqual([['note', '<p>A note</p>', 2]]);
    await save(coordinator, id, 'Don', 3);
    await save(coordinator, id, 'Done', 4);
    expect(await drafts(coordinator, id)).toEqual([['note', '<p>A note</p>', 2]]);
  });

  it('uses it up when it is a retry, too', async () => {
    const { coordinator } = world.acme;
    const { id } = await ticket();
    const message = { body: 'Done', clientId: 'retried' };
    await send(coordinator, id, { ...message, draftRevision: 1 });
    await save(coordinator, id, 'Done', 2);
    expect((await send(coordinator, id, { ...message, draftRevision: 2 })).status).toBe(201);
    expect(await drafts(coordinator, id)).toEqual([]);
  });

  it('does not hold up the first draft after it, nor is held up by it', async () => {
    const { coordinator } = world.acme;
    const { id } = await ticket();
    const brake = new pg.Client({ connectionString: world.ownerUrl });
    await brake.connect();
    await brake.query('BEGIN; LOCK TABLE messages IN EXCLUSIVE MODE');
    const sent = send(coordinator, id, { body: 'Done', draftRevision: 1 });
    const waiting = `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
    while ((await world.sql(waiting)).length === 0) await sleep(10);
    const saved = save(coordinator, id, 'And one more', 2);
    const first = await Promise.race([saved, sleep(4000, null, { ref: false })]);
    await brake.query('COMMIT');
    await brake.end();
    expect(first).toMatchObject({ status: 200 });
    expect((await sent).status).toBe(201);
    expect(await drafts(coordinator, id)).toEqual([['reply', '<p>And one more</p>', 2]]);
  }, 20_000);

  it('leaves what was written since', async () => {
    const { coordinator } = world.acme;
    const { id } = await ticket();
    await save(coordinator, id, 'Done. And one more', 5);
    await send(coordinator, id, { body: 'Done', draftRevision: 4 });
    expect(await drafts(coordinator, id)).toEqual([['reply', '<p>Done. And one more</p>', 5]]);
  });

  it.each([
    ['a colleague was faster', 409, { lastSeenSeq: 1 }],
    ['it asks for an illegal move', 409, { changes: { status: 'new' } }],
    ['it calls somebody who cannot come', 400, { mentions: 'stranger' }],
    ['it is empty', 400, { body: '' }],
  ])('keeps it when refused because %s', async (_why, status, more: Record<string, unknown>) => {
    const { coordinator, insider, stranger } = world.acme;
    const { id } = await ticket();
    await world.build.message(insider, id, 'Answered by Ines');
    await save(coordinator, id, 'My answer', 1);
    const mentions = more.mentions ? { mentions: [stranger.id] } : {};
    const answer = await send(coordinator, id, { body: 'My answer', draftRevision: 1, ...more, ...mentions });
    expect(answer.status).toBe(status);
    expect(await drafts(coordinator, id)).toEqual([['reply', '<p>My answer</p>', 1]]);
  });
});

describe('who may not write', () => {
  it('keeps no draft', async () => {
    const { employee, stranger, coordinator, insider, restrictedTeamId: teamId } = world.acme;
    const { id } = await ticket();
    expect((await save(employee, id, 'Hm', 1, 'note')).status).toBe(403);
    expect((await save(stranger, id, 'Hm', 1)).status).toBe(404);
    await coordinator.client.call(ticketsEndpoints.watch, { params: { id }, body: { userId: stranger.id } });
    expect((await save(stranger, id, 'Hm', 1)).status).toBe(403);
    const hidden = await world.build.ticket(employee, insider, { teamId });
    expect((await save(coordinator, hidden.id, 'Hm', 1)).status).toBe(404);
  });

  it('is not served one either', async () => {
    const { employee, coordinator, insider, restrictedTeamId: teamId } = world.acme;
    const { id } = await ticket();
    await save(coordinator, id, 'Begun', 1);
    await insider.client.call(ticketsEndpoints.assign, { params: { id }, body: { teamId, assigneeId: null } });
    expect((await coordinator.client.call(endpoints.list, { params: { id } })).status).toBe(404);
    const own = await world.build.ticket(coordinator, insider);
    await save(coordinator, own.id, 'A note', 1, 'note');
    await insider.client.call(ticketsEndpoints.assign, { params: { id: own.id }, body: { teamId } });
    expect(await drafts(coordinator, own.id)).toEqual([]);
    expect(await drafts(employee, (await ticket()).id)).toEqual([]);
  });
});
