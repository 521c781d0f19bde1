import { conversationEndpoints } from '@baton/contracts/conversation/conversation.endpoints';
import pg from 'pg';
import { Live, until } from '../../../test/support/live.js';
import { startWorld, type World } from '../../../test/support/world.js';

/** Enough for the frequent statements to be kept by name. */
const ROUNDS = 8;

let world: World;
beforeAll(async () => {
  world = await startWorld({ ROLE: 'web' });
});
afterAll(() => world.stop());

type Ask = (...query: unknown[]) => unknown;

/**
 * What is sent to PostgreSQL while nothing else is under way on its connection: each is a wait for an answer. Counted
 * instead of timed, because a count is the same on every machine.
 */
function watchWaits(): { waits: string[]; stop(): void } {
  const prototype = pg.Client.prototype as unknown as { query: Ask };
  const { query } = prototype;
  const waits: string[] = [];
  prototype.query = function (this: { _getActiveQuery(): unknown }, ...parameters) {
    const [first] = parameters as [string | { text: string }];
    if (!this._getActiveQuery()) waits.push(typeof first === 'string' ? first : first.text);
    return query.apply(this, parameters);
  };
  return { waits, stop: () => Object.assign(prototype, { query }) };
}

it('a message is on both other screens after two waits for the database', async () => {
  const { employee, coordinator, insider } = world.acme;
  const { id } = await world.build.ticket(employee, coordinator, { status: 'in_progress' });
  const screens = await Promise.all([insider, employee].map((person) => Live.connect(world.url, person.token)));
  for (const screen of screens) await screen.join(id);
  let waits: string[] = [];
  for (let round = 1; round <= ROUNDS; round++) {
    const watch = watchWaits();
    const body = { body: 'Hello', clientId: `send-${round}` };
    const headers = { 'idempotency-key': `send-${round}` };
    await coordinator.client.call(conversationEndpoints.send, { params: { id }, body, headers });
    await until(() => screens.every((screen) => screen.of('timeline.appended').length === round));
    watch.stop();
    const begins = watch.waits.findIndex((text) => text.includes('idempotency_keys'));
    waits = watch.waits.slice(begins);
  }
  for (const screen of screens) screen.close();
  expect(waits.slice(0, 2).map((text) => text.trim().split(/\s+/, 3).slice(0, 3).join(' '))).toEqual([
    'INSERT INTO idempotency_keys',
    'INSERT INTO "messages"',
  ]);
  // Behind the commit only who hears of the change is looked up; what is shown is known already.
  expect(waits.filter((text) => /FROM (events|messages)/.test(text))).toEqual([]);
});
