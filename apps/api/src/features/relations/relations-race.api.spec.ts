import { conversationEndpoints } from '@baton/contracts/conversation/conversation.endpoints';
import { relationsEndpoints } from '@baton/contracts/relations/relations.endpoints';
import { ticketsEndpoints } from '@baton/contracts/tickets/tickets.endpoints';
import { startWorld, type World } from '../../../test/support/world.js';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const RIVALS = 200;

const newTicket = async () => (await world.build.ticket(world.acme.employee, world.acme.coordinator)).id;
const newTickets = async (count: number) => {
  const ids: string[] = [];
  for (let index = 0; index < count; index++) ids.push(await newTicket());
  return ids;
};
const merge = (id: string, intoId: string) =>
  world.acme.coordinator.client.call(relationsEndpoints.merge, { params: { id }, body: { intoId } });
const unmerge = (id: string) => world.acme.coordinator.client.call(relationsEndpoints.unmerge, { params: { id } });
const say = (id: string, body: string, by = world.acme.employee) =>
  by.client.call(conversationEndpoints.send, { params: { id }, body: { body, clientId: body } });
const texts = async (id: string) =>
  (await world.acme.coordinator.client.call(conversationEndpoints.list, { params: { id } })).body.items.map(
    ({ text }) => text,
  );
/** Numbers of a ticket's entries, for those who count all and for those who count the public ones. */
const numbers = (id: string) =>
  world.sql<{ seq: number; publicSeq: number | null }>(
    'SELECT seq, public_seq AS "publicSeq" FROM events WHERE ticket_id = $1 ORDER BY seq',
    [id],
  );
async function expectGapFree(id: string): Promise<void> {
  const rows = await numbers(id);
  expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, index) => index + 1));
  const open = rows.flatMap(({ publicSeq }) => publicSeq ?? []);
  expect(open).toEqual(open.map((_, index) => index + 1));
}

describe('at the same moment', () => {
  it(`of ${RIVALS} merges of one ticket one happens`, async () => {
    const [source, ...targets] = (await newTickets(6)) as [string, ...string[]];
    await say(source, 'only once');
    const answers = await Promise.all(
      Array.from({ length: RIVALS }, (_, index) => merge(source, targets[index % targets.length] as string)),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const refused = answers.filter(({ status }) => status !== 200);
    expect([...new Set(refused.map(({ error }) => error.code))]).toEqual(['ticket.already_merged']);
    const found = await Promise.all(targets.map(texts));
    expect(found.flat()).toEqual(['only once']);
    for (const id of [source, ...targets]) await expectGapFree(id);
  }, 120_000);

  it('many tickets merge into one', async () => {
    const [target, ...sources] = (await newTickets(16)) as [string, ...string[]];
    for (const id of sources) await say(id, `of ${id}`);
    const answers = await Promise.all(sources.map((id) => merge(id, target)));
    expect(answers.map(({ status }) => status)).toEqual(sources.map(() => 200));
    expect((await texts(target)).sort()).toEqual(sources.map((id) => `of ${id}`).sort());
    await expectGapFree(target);
    await Promise.all(sources.map(unmerge));
    expect(await texts(target)).toEqual([]);
    for (const id of sources) expect(await texts(id)).toEqual([`of ${id}`]);
  }, 120_000);

  it('two that want each other do not both get their way', async () => {
    for (let round = 0; round < 10; round++) {
      const [a, b] = (await newTickets(2)) as [string, string];
      const answers = await Promise.all([merge(a, b), merge(b, a)]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    }
  }, 120_000);

  it('a ticket is merged, taken out and answered, and no reply is lost, doubled or left behind', async () => {
    const [a, b, c] = (await newTickets(3)) as [string, string, string];
    const all: string[] = [];
    for (let round = 0; round < 12; round++) {
      const said = Array.from({ length: 6 }, (_, index) => `${round}.${index}`);
      all.push(...said);
      const replies = said.map((text) => say(a, text));
      const [answers] = await Promise.all([
        Promise.all(replies),
        round % 3 === 0 ? merge(a, b) : round % 3 === 1 ? merge(b, c) : unmerge(a).then(() => unmerge(b)),
      ]);
      expect(answers.map(({ status }) => status)).toEqual(said.map(() => 201));
    }
    await unmerge(a);
    await unmerge(b);
    expect((await texts(a)).sort()).toEqual(all.sort());
    expect([await texts(b), await texts(c)]).toEqual([[], []]);
    for (const id of [a, b, c]) await expectGapFree(id);
  }, 120_000);

  it('a ticket is claimed and merged: the claim finds it ended, or the merge finds it claimed', async () => {
    for (let round = 0; round < 10; round++) {
      const [a, b] = (await newTickets(2)) as [string, string];
      const claim = world.acme.insider.client.call(ticketsEndpoints.claim, { params: { id: a } });
      const [claimed, merged] = await Promise.all([claim, merge(a, b)]);
      expect(merged.status).toBe(200);
      const { body } = await unmerge(a);
      expect([claimed.status, body.status, body.assigneeId]).toEqual(
        claimed.status === 200 ? [200, 'in_progress', world.acme.insider.id] : [409, 'new', null],
      );
    }
  }, 120_000);
});

it('a coordinator who saw the old number is told of replies that came since where it goes on', async () => {
  const { coordinator, insider } = world.acme;
  const [a, b] = (await newTickets(2)) as [string, string];
  await say(a, 'seen', coordinator);
  const { body: seen } = await insider.client.call(conversationEndpoints.timeline, { params: { id: a } });
  await merge(a, b);
  const answer = (body: string) =>
    insider.client.call(conversationEndpoints.send, { params: { id: a }, body: { body, lastSeenSeq: seen.lastSeq } });
  expect((await answer('nothing in between')).status).toBe(201);
  await say(b, 'in between', coordinator);
  const refused = await answer('over it');
  expect([refused.status, refused.error.code]).toEqual([409, 'conversation.moved_on']);
  const missed = refused.error.details.missed as { message: { text: string } }[];
  expect(missed.map(({ message }) => message.text)).toEqual(['in between']);
});
