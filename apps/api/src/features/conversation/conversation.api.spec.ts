import { conversationEndpoints as endpoints } from '@baton/contracts/conversation/conversation.endpoints';
import { ticketsEndpoints } from '@baton/contracts/tickets/tickets.endpoints';
import type { Person } from '../../../test/support/factories.js';
import { startWorld, type World } from '../../../test/support/world.js';
import { XSS_VECTORS } from '../../../test/support/xss-vectors.js';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const send = (person: Person, id: string, body: Record<string, unknown>) =>
  person.client.call(endpoints.send, { params: { id }, body });
const timeline = async (person: Person, id: string, query: Record<string, unknown> = {}) =>
  (await person.client.call(endpoints.timeline, { params: { id }, query })).body;
const ticket = () => world.build.ticket(world.acme.employee, world.acme.coordinator, { status: 'in_progress' });
const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);

describe('the timeline', () => {
  it('counts without a gap for each side, however notes and replies interleave', async () => {
    const { employee, coordinator } = world.acme;
    const { id } = await ticket();
    for (let n = 0; n < 4; n++) {
      await world.build.message(coordinator, id, `Note ${n}`, true);
      await world.build.message(n % 2 ? coordinator : employee, id, `Reply ${n}`);
      await world.build.message(coordinator, id, `Second note ${n}`, true);
    }
    const inside = await timeline(coordinator, id);
    const outside = await timeline(employee, id);
    expect(inside.items.map(({ seq }) => seq)).toEqual(upTo(inside.lastSeq));
    expect(outside.items.map(({ seq }) => seq)).toEqual(upTo(outside.lastSeq));
    expect(inside.lastSeq - outside.lastSeq).toBe(8);
    expect(outside.items.some(({ kind }) => kind === 'note')).toBe(false);
  });

  it('stays gap-free under 40 parallel messages', async () => {
    const { employee, coordinator, insider } = world.acme;
    const { id, lastSeq } = await ticket();
    const people = [employee, coordinator, insider];
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, n) => {
        const internal = n % 4 === 1 || n % 4 === 2;
        const author = internal ? coordinator : (people[n % 3] as Person);
        return send(author, id, { body: `Message ${n}`, internal });
      }),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(40).fill(201));
    const inside = await timeline(coordinator, id, { limit: 100 });
    expect(inside.lastSeq).toBe(lastSeq + 40);
    expect(inside.items.map(({ seq }) => seq)).toEqual(upTo(lastSeq + 40));
    const outside = await timeline(employee, id);
    expect(outside.items.map(({ seq }) => seq)).toEqual(upTo(outside.lastSeq));
    expect(outside.items.filter(({ kind }) => kind === 'reply')).toHaveLength(20);
  });

  it('pages forwards and backwards', async () => {
    const { coordinator } = world.acme;
    const { id } = await ticket();
    for (let n = 0; n < 7; n++) await world.build.message(coordinator, id, `Message ${n}`);
    const { lastSeq } = await timeline(coordinator, id);
    const seqs = async (query: Record<string, unknown>) => {
      const { items, hasMore } = await timeline(coordinator, id, query);
      return [items.map(({ seq }) => seq), hasMore];
    };
    expect(await seqs({ after: 3, limit: 2 })).toEqual([[4, 5], true]);
    expect(await seqs({ after: lastSeq })).toEqual([[], false]);
    expect(await seqs({ before: 4, limit: 2 })).toEqual([[2, 3], true]);
    expect(await seqs({ before: 3, limit: 2 })).toEqual([[1, 2], false]);
    expect(await seqs({ before: 1 })).toEqual([[], false]);
  });

  it('lists messages page by page', async () => {
    const { employee, coordinator } = world.acme;
    const { id } = await ticket();
    for (let n = 0; n < 5; n++) await world.build.message(coordinator, id, `Message ${n}`, n === 2);
    const texts: string[] = [];
    let cursor: string | undefined;
    do {
      const query = { limit: 2, ...(cursor ? { cursor } : {}) };
      const { body } = await employee.client.call(endpoints.list, { params: { id }, query });
      texts.push(...body.items.map(({ text }) => text));
      cursor = body.nextCursor ?? undefined;
    } while (cursor);
    expect(texts).toEqual(['Message 0', 'Message 1', 'Message 3', 'Message 4']);
  });
});

describe('an internal note', () => {
  const SECRET = 'Between-us-4711';

  it('leaves no byte and no trace with the employee, in any answer', async () => {
    const { employee, coordinator } = world.acme;
    const { id, number } = await ticket();
    const looks = async () => {
      const { client } = employee;
      const params = { id };
      const answers = [
        await client.call(ticketsEndpoints.get, { params }),
        await client.call(ticketsEndpoints.list, {}),
        await client.call(ticketsEndpoints.list, { query: { q: SECRET } }),
        await client.call(endpoints.list, { params }),
        await client.call(endpoints.timeline, { params }),
        await client.call(endpoints.timeline, { params, query: { after: 0, limit: 100 } }),
      ];
      return answers.map(({ body }) => JSON.stringify(body));
    };
    const before = await looks();
    const note = await world.build.message(coordinator, number, SECRET, true);
    const after = await looks();
    for (const answer of after) for (const trace of [SECRET, note.id]) expect(answer).not.toContain(trace);
    expect(after).toEqual(before);
  });

  it('is refused from employees, and from watchers', async () => {
    const { employee, stranger, coordinator } = world.acme;
    const { id } = await ticket();
    await coordinator.client.call(ticketsEndpoints.watch, { params: { id }, body: { userId: stranger.id } });
    for (const person of [employee, stranger])
      expect((await send(person, id, { body: 'Hm', internal: true })).status).toBe(403);
  });

  it('moves nothing: neither status nor first response', async () => {
    const { employee, coordinator } = world.acme;
    const { id } = await world.build.ticket(employee, coordinator, { status: 'waiting' });
    await world.build.message(coordinator, id, 'Thinking', true);
    const { body } = await coordinator.client.call(ticketsEndpoints.get, { params: { id } });
    expect(body).toMatchObject({ status: 'waiting', firstRespondedAt: null, lastReplyBy: null });
  });

  it('of a restricted ticket is hidden from the coordinator who asked for it', async () => {
    const { coordinator, insider, restrictedTeamId: teamId } = world.acme;
    const { id } = await world.build.ticket(coordinator, insider, { teamId });
    await world.build.message(insider, id, SECRET, true);
    expect(JSON.stringify(await timeline(coordinator, id))).not.toContain(SECRET);
    expect(JSON.stringify(await timeline(insider, id))).toContain(SECRET);
  });
});

describe('sending', () => {
  it('the same clientId twice stores once, also at the same instant', async () => {
    const { employee, coordinator } = world.acme;
    const { id } = await ticket();
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => send(employee, id, { body: 'Once', clientId: 'tab-1' })),
    );
    expect(new Set(answers.map(({ status, body }) => `${status} ${body.id}`)).size).toBe(1);
    const other = await send(coordinator, id, { body: 'Mine', clientId: 'tab-1' });
    expect(other.body.text).toBe('Mine');
    expect((await timeline(employee, id)).items.filter(({ kind }) => kind === 'reply')).toHaveLength(2);
  });

  it('another message under a used clientId is refused instead of forgotten', async () => {
    const { employee, coordinator } = world.acme;
    const [{ id }, elsewhere] = [await ticket(), await ticket()];
    await send(employee, id, { body: 'Once', clientId: 'tab-2' });
    const answer = await send(employee, id, { body: 'Something else', clientId: 'tab-2' });
    expect([answer.status, answer.error.code]).toEqual([422, 'idempotency.key_reused']);
    expect((await send(employee, elsewhere.id, { body: 'Elsewhere', clientId: 'tab-2' })).body.text).toBe('Elsewhere');
    await send(coordinator, id, { body: 'Public', clientId: 'tab-3' });
    expect((await send(coordinator, id, { body: 'Public', internal: true, clientId: 'tab-3' })).status).toBe(422);
  });

  it.each([[{}], [{ body: '' }], [{ body: '   ' }], [{ body: '<p> </p><br>' }]])(
    'nothing (%j) is refused',
    async (body) => {
      const answer = await send(world.acme.employee, (await ticket()).id, body);
      expect([answer.status, answer.error.code]).toEqual([400, 'conversation.empty']);
    },
  );

  it('tells a coordinator that a colleague replied meanwhile, with what was missed', async () => {
    const { employee, coordinator, insider } = world.acme;
    const { id, lastSeq } = await ticket();
    await world.build.message(employee, id, 'Any news?');
    await world.build.message(insider, id, 'A note', true);
    const seen = lastSeq;
    expect((await send(coordinator, id, { body: 'No reply yet, fine', lastSeenSeq: seen })).status).toBe(201);
    const reply = await world.build.message(insider, id, 'Answered by Ines');
    const late = await send(coordinator, id, { body: 'Answered by Cora', lastSeenSeq: seen });
    expect([late.status, late.error.code]).toEqual([409, 'conversation.moved_on']);
    expect(late.error.details.missed.map((entry: { message: { id: string } }) => entry.message.id)).toEqual([reply.id]);
    expect((await send(coordinator, id, { body: 'A note anyway', internal: true, lastSeenSeq: seen })).status).toBe(
      201,
    );
    expect((await send(employee, id, { body: 'And me', lastSeenSeq: seen })).status).toBe(201);
  });

  it.each([
    ['waiting', 'in_progress'],
    ['resolved', 'open'],
    ['in_progress', 'in_progress'],
  ] as const)('a reply of the requester takes a %s ticket to %s', async (from, to) => {
    const { employee, coordinator } = world.acme;
    const { id } = await world.build.ticket(employee, coordinator, { status: from });
    await world.build.message(employee, id, 'Here you are');
    const { body } = await coordinator.client.call(ticketsEndpoints.get, { params: { id } });
    expect(body).toMatchObject({ status: to, assigneeId: coordinator.id, lastReplyBy: { id: employee.id } });
  });

  it('a reply to a waiting ticket nobody holds takes it to the pool', async () => {
    const { employee, coordinator } = world.acme;
    const { id } = await world.build.ticket(employee, coordinator, { status: 'waiting' });
    await coordinator.client.call(ticketsEndpoints.assign, { params: { id }, body: { assigneeId: null } });
    await world.build.message(employee, id, 'Here you are');
    expect((await employee.client.call(ticketsEndpoints.get, { params: { id } })).body.status).toBe('open');
  });

  it.each(['closed', 'withdrawn'] as const)(
    'a reply to a %s ticket opens a follow-up of the same requester',
    async (status) => {
      const { employee, coordinator, categoryId } = world.acme;
      const { id } = await world.build.ticket(employee, coordinator, { status, categoryId });
      const { body } = await send(coordinator, id, { body: 'One more thing' });
      const next = await employee.client.call(ticketsEndpoints.get, { params: { id: body.ticketId } });
      expect(next.body).toMatchObject({ requesterId: employee.id, categoryId, followUpOf: { id } });
      expect((await send(coordinator, id, { body: 'A late note', internal: true })).body.ticketId).toBe(id);
    },
  );

  it('the first public answer of the desk is the first response, once', async () => {
    const { employee, coordinator, insider } = world.acme;
    const { id } = await ticket();
    await world.build.message(employee, id, 'Hello?');
    await world.build.message(coordinator, id, 'Hello!');
    const first = (await employee.client.call(ticketsEndpoints.get, { params: { id } })).body.firstRespondedAt;
    await world.build.message(insider, id, 'Me too');
    const again = (await employee.client.call(ticketsEndpoints.get, { params: { id } })).body.firstRespondedAt;
    expect([first === null, again]).toEqual([false, first]);
  });

  it('strangers find no ticket to write to', async () => {
    const { id } = await ticket();
    for (const person of [world.acme.stranger, world.globex.admin])
      expect((await send(person, id, { body: 'Hi' })).status).toBe(404);
  });

  it('keeps attacks harmless: nothing that runs, nothing that looks like another page', async () => {
    const { id } = await ticket();
    const allowed = /^(?:p|br|strong|em|u|s|code|pre|blockquote|ul|ol|li|a)$/;
    for (const vector of XSS_VECTORS.slice(0, 60)) {
      const { status, body } = await send(world.acme.employee, id, { body: `before ${vector}` });
      if (status === 400) continue;
      for (const [, name = ''] of body.body.matchAll(/<\/?([a-z0-9]+)/gi)) expect(name).toMatch(allowed);
      expect(body.body).not.toMatch(/<[^>]*(?:\son\w+\s*=|href="(?!https?:|mailto:|tel:))/i);
    }
  });
});
