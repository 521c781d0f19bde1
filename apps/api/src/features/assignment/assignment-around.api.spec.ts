import { bulkEditsEndpoints } from '@baton/contracts/bulk-edits/bulk-edits.endpoints';
import { relationsEndpoints } from '@baton/contracts/relations/relations.endpoints';
import { teamsEndpoints } from '@baton/contracts/teams/teams.endpoints';
import { ticketsEndpoints } from '@baton/contracts/tickets/tickets.endpoints';
import { usersEndpoints } from '@baton/contracts/users/users.endpoints';
import { Desk } from '../../../test/support/desk.js';
import { Build, type Person } from '../../../test/support/factories.js';
import { startTestApp, type TestApp } from '../../../test/support/test-app.js';

let app: TestApp;
let build: Build;
beforeAll(async () => {
  app = await startTestApp();
  build = new Build(app);
});
afterAll(() => app.stop());

const open = (size: number, mode?: Parameters<typeof Desk.open>[3]) => Desk.open(app, build, size, mode);

describe('one person who can hold one ticket gets the next', () => {
  let desk: Desk;
  let person: Person;
  let held: string;
  let next: string;
  beforeEach(async () => {
    desk = await open(1);
    [person] = desk.people as [Person];
    await desk.profile(person, { capacity: 1 });
    held = (await desk.ask()).id;
    next = (await desk.ask()).id;
    expect((await desk.look(next)).assigneeId).toBeNull();
  });
  const change = async (id: string, changes: object) => {
    const { body, status } = await desk.admin.client.call(bulkEditsEndpoints.start, {
      body: { selection: { ids: [id] }, changes },
    });
    expect(status).toBe(202);
    await app.jobsDone();
    return body.id;
  };

  it.each<[string, () => Promise<unknown>]>([
    [
      'when theirs is merged into another',
      async () => {
        await desk.hands('manual');
        const into = await desk.ask();
        await desk.hands('best_match');
        const body = { intoId: into.id };
        expect((await desk.admin.client.call(relationsEndpoints.merge, { params: { id: held }, body })).status).toBe(
          200,
        );
        await desk.admin.client.call(ticketsEndpoints.changeStatus, {
          params: { id: into.id },
          body: { status: 'resolved' },
        });
      },
    ],
    [
      'when theirs is moved to another team by many',
      async () => change(held, { teamId: await build.team(desk.tenant), assigneeId: null }),
    ],
    ['when theirs is resolved with many', () => change(held, { status: 'resolved' })],
    [
      'when the requester withdraws theirs',
      () => desk.employee.client.call(ticketsEndpoints.withdraw, { params: { id: held }, body: {} }),
    ],
    ['when they may hold more', () => desk.profile(person, { capacity: 2 })],
    [
      'when theirs waits for its requester',
      async () => {
        for (const status of ['in_progress', 'waiting'] as const)
          await person.client.call(ticketsEndpoints.changeStatus, { params: { id: held }, body: { status } });
      },
    ],
  ])('%s', async (_when, free) => {
    await free();
    await app.jobsDone();
    expect((await desk.look(next)).assigneeId).toBe(person.id);
  });

  it('when an edit of many that gave them theirs is undone', async () => {
    const colleague = await build.person(desk.tenant, 'coordinator');
    const assign = (id: string, assigneeId: string) =>
      desk.admin.client.call(ticketsEndpoints.assign, { params: { id }, body: { assigneeId } });
    await desk.resolve(held);
    const theirs = (await desk.drop()).id;
    await assign(theirs, colleague.id);
    await app.jobsDone();
    await desk.profile(person, { capacity: 2 });
    const edit = await change(theirs, { assigneeId: person.id });
    const waits = await desk.ask();
    expect(waits.assigneeId).toBeNull();
    expect((await desk.admin.client.call(bulkEditsEndpoints.undo, { params: { id: edit } })).status).toBe(202);
    await app.jobsDone();
    expect((await desk.look(theirs)).assigneeId).toBe(colleague.id);
    expect((await desk.look(waits.id)).assigneeId).toBe(person.id);
  });

  it('and only one more when they may hold less than they do', async () => {
    await desk.profile(person, { capacity: 3 });
    await app.jobsDone();
    await desk.ask();
    await desk.profile(person, { capacity: 1 });
    const waits = await desk.ask();
    await desk.resolve(held);
    expect((await desk.look(waits.id)).assigneeId).toBeNull();
    const { decisions } = await desk.why(waits.id);
    expect(decisions[0]!.rejected[0]!.reasons).toMatchObject([{ code: 'at_capacity', active: 3, capacity: 1 }]);
  });
});

describe('tickets that come about otherwise', () => {
  it('split off, unmerged or restored ones are given to somebody as well', async () => {
    const desk = await open(1);
    const [person] = desk.people as [Person];
    const { id } = await desk.ask();
    const message = await build.message(desk.employee, id, '<p>And another thing</p>');
    const split = await desk.admin.client.call(relationsEndpoints.split, {
      params: { id },
      body: { messageId: message.id, subject: 'Another thing' },
    });
    expect(split.status).toBe(201);
    await app.jobsDone();
    const other = split.body.id;
    expect((await desk.look(other)).assigneeId).toBe(person.id);
    await desk.is(person, 'away');
    const pooled = await desk.ask();
    const merged = await desk.admin.client.call(relationsEndpoints.merge, {
      params: { id: pooled.id },
      body: { intoId: id },
    });
    expect(merged.status).toBe(200);
    await app.jobsDone();
    expect((await desk.waiting()).waiting).toBe(0);
    await desk.is(person, 'online');
    await desk.admin.client.call(relationsEndpoints.unmerge, { params: { id: pooled.id }, body: {} });
    await app.jobsDone();
    expect((await desk.look(pooled.id)).assigneeId).toBe(person.id);
  });
});

describe('people who change', () => {
  it('are out of it at once: suspended, of another role, out of the team', async () => {
    const desk = await open(4);
    const [stays, suspended, changed, left] = desk.people as [Person, Person, Person, Person];
    const before = [await desk.ask(), await desk.ask(), await desk.ask(), await desk.ask()];
    expect(new Set(before.map(({ assigneeId }) => assigneeId)).size).toBe(4);
    const { client } = desk.admin;
    expect((await client.call(usersEndpoints.suspend, { params: { id: suspended.id } })).status).toBe(200);
    expect(
      (await client.call(usersEndpoints.update, { params: { id: changed.id }, body: { role: 'employee' } })).status,
    ).toBe(200);
    const memberIds = [stays.id, suspended.id];
    const members = await client.call(teamsEndpoints.update, {
      params: { id: desk.teamId },
      body: { memberIds, restricted: true },
    });
    expect(members.status).toBe(200);
    const after = [await desk.ask(), await desk.ask(), await desk.ask()];
    expect(after.map(({ assigneeId }) => assigneeId)).toEqual([stays.id, stays.id, stays.id]);
    for (const { id } of before) {
      const { decisions } = await desk.why(id);
      expect(decisions[0]).toMatchObject({ recomputed: true, chosen: { id: expect.any(String) } });
    }
    await client.call(usersEndpoints.suspend, { params: { id: stays.id } });
    const last = await desk.ask();
    expect(last.assigneeId).toBeNull();
    expect((await desk.why(last.id)).waiting).toMatchObject({ reason: 'nobody_in_team' });
    await client.call(usersEndpoints.reactivate, { params: { id: stays.id } });
    await app.jobsDone();
    expect([stays.id, null]).toContain((await desk.look(last.id)).assigneeId);
    expect(left.id).toBeDefined();
  });
});
