import { conversationEndpoints as endpoints } from '@baton/contracts/conversation/conversation.endpoints';
import { draftsEndpoints } from '@baton/contracts/drafts/drafts.endpoints';
import type { Person } from '../../../test/support/factories.js';
import { startWorld, type World } from '../../../test/support/world.js';

const RACES = 1000;
/** Races going on at the same time, each on a ticket of its own. */
const LANES = 8;

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

/** One coordinator's answer, as the browser sends it: the draft is on the server, the last number seen goes along. */
async function answer(person: Person, id: string, race: number, lastSeenSeq: number) {
  const body = `<p>${person.name} in race ${race}</p>`;
  const draft = { body, revision: race };
  await person.client.call(draftsEndpoints.save, { params: { id, kind: 'reply' }, body: draft });
  const message = { body, clientId: `race-${race}`, lastSeenSeq, draftRevision: race };
  return { person, body, sent: await person.client.call(endpoints.send, { params: { id }, body: message }) };
}

/** Whose draft of the ticket is still on the server: author → text. */
async function draftsOn(id: string): Promise<Map<string, string>> {
  const rows = await world.sql<{ author: string; text: string }>(
    `SELECT user_id AS author, body_html AS text FROM drafts WHERE ticket_id = $1 AND body_html <> ''`,
    [id],
  );
  return new Map(rows.map(({ author, text }) => [author, text]));
}

/** Both answer at once. @returns what went wrong, and the number the next race begins with */
async function race(id: string, count: number, lastSeenSeq: number): Promise<{ wrong: string[]; seq: number }> {
  const { coordinator, insider } = world.acme;
  const answers = await Promise.all([
    answer(coordinator, id, count, lastSeenSeq),
    answer(insider, id, count, lastSeenSeq),
  ]);
  const winner = answers.find(({ sent }) => sent.status === 201);
  const loser = answers.find(({ sent }) => sent.status === 409);
  if (!winner || !loser) return { wrong: [`statuses ${answers.map(({ sent }) => sent.status)}`], seq: lastSeenSeq };
  const wrong: string[] = [];
  const { code, details } = loser.sent.error;
  const missed = (details.missed ?? []).map(({ message }: { message: { id: string } }) => message.id);
  if (code !== 'conversation.moved_on') wrong.push(`refused with ${code}`);
  if (missed.join() !== winner.sent.body.id) wrong.push(`told of ${missed.length} missed replies, not of the winner's`);
  const drafts = await draftsOn(id);
  if (drafts.get(loser.person.id) !== loser.body) wrong.push('the loser has lost the draft');
  if (drafts.has(winner.person.id)) wrong.push('the winner still has a draft');
  return { wrong: wrong.map((each) => `race ${count}: ${each}`), seq: winner.sent.body.seq };
}

it(`of ${RACES} races between two coordinators none ends with two replies or a lost draft`, async () => {
  const { employee, coordinator } = world.acme;
  const wrong: string[] = [];
  let begun = 0;
  const lane = async () => {
    const { id, lastSeq } = await world.build.ticket(employee, coordinator, { status: 'in_progress' });
    let seq = lastSeq;
    let run = 0;
    while (begun < RACES) {
      run += 1;
      begun += 1;
      const result = await race(id, run, seq);
      wrong.push(...result.wrong);
      seq = result.seq;
    }
    const [row] = await world.sql<{ replies: number }>(
      'SELECT count(*)::int AS replies FROM messages WHERE ticket_id = $1 AND NOT internal',
      [id],
    );
    if (row?.replies !== run) wrong.push(`${row?.replies} replies after ${run} races`);
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  expect([wrong, begun]).toEqual([[], RACES]);
}, 600_000);

it('a hundred notes and questions do not hide the reply that came after them', async () => {
  const { employee, coordinator, insider } = world.acme;
  const { id, lastSeq } = await world.build.ticket(employee, coordinator, { status: 'in_progress' });
  const chatter = Array.from({ length: 104 }, (_, n) => (n % 2 ? employee : insider));
  await Promise.all(chatter.map((person, n) => world.build.message(person, id, `Word ${n}`, person === insider)));
  const reply = await world.build.message(insider, id, 'Answered by Ines');
  const { sent } = await answer(coordinator, id, 1, lastSeq);
  const missed = sent.error.details.missed.map((entry: { message: { id: string } }) => entry.message.id);
  expect([sent.status, missed]).toEqual([409, [reply.id]]);
}, 120_000);
