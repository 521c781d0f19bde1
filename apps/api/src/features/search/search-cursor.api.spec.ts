import type { Person } from '../../../test/support/factories.js';
import { search } from '../../../test/support/searching.js';
import { startWorld, type World } from '../../../test/support/world.js';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const turn = (person: Person, cursor: string) =>
  person.client.raw('GET', `/api/search?q=a&cursor=${encodeURIComponent(cursor)}`);

it('meets each match once and in order, whatever the page size', async () => {
  const { employee, coordinator } = world.acme;
  for (let n = 0; n < 23; n++)
    await world.build.ticket(
      employee,
      coordinator,
      n % 3 ? { subject: `Walrus ${n}` } : { subject: `No ${n}`, description: 'A walrus.' },
    );
  const whole = (await search(coordinator, 'walrus', { limit: 100 })).items.map(({ ticket }) => ticket.id);
  expect(whole).toHaveLength(23);
  for (const limit of [1, 7, 22, 23]) {
    const met: string[] = [];
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page = await search(coordinator, 'walrus', cursor ? { limit, cursor } : { limit });
      expect(page.total).toBe(23);
      met.push(...page.items.map(({ ticket }) => ticket.id));
      cursor = page.nextCursor;
    }
    expect(met).toEqual(whole);
  }
});

it.each(['x', 'bnVsbA', '{}', '[null]', '[[1e300,"x"],null]', '[null,[]]', '[null,[{"from":"own"},null,null,1]]'])(
  'refuses the cursor %s',
  async (cursor) => {
    for (const sent of [cursor, Buffer.from(cursor).toString('base64url')]) {
      const { status, error } = await turn(world.acme.admin, sent);
      expect([status, error?.code]).toEqual([400, 'request.invalid']);
    }
  },
);

it.each([
  ['{"from":"own"}', 200, 200],
  ['{"from":"walk","tickets":3000}', 200, 400],
  ['{"from":"word","place":0}', 200, 400],
  ['{"from":"word","place":1}', 400, 400],
  ['{"from":"word","place":"0"}', 400, 400],
  ['{"from":"walk","tickets":1000000}', 400, 400],
  ['{"from":"walk","tickets":3000,"more":true}', 400, 400],
  ['{"from":"nowhere"}', 400, 400],
  ['null', 400, 400],
])('follows the plan %s of a cursor only for whom it could have been made', async (plan, coordinator, employee) => {
  const shown = '[1767225600000000,"01890a5d-ac96-774b-bcce-b302099a8057"]';
  const cursor = Buffer.from(`[null,[${plan},null,${shown},6]]`).toString('base64url');
  expect([
    (await turn(world.acme.coordinator, cursor)).status,
    (await turn(world.acme.employee, cursor)).status,
  ]).toEqual([coordinator, employee]);
});
