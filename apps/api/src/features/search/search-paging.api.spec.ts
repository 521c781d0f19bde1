import { search } from '../../../test/support/searching.js';
import { startWorld, type World } from '../../../test/support/world.js';

/**
 * Of each sixteen tickets, by what is in them: three have `walrus` and `lynx`, the older ones in their subjects, where
 * they count most; twelve are about nothing; the last is of a team that only insiders see, and full of `lynx`.
 */
const LOAD = `
INSERT INTO tickets (tenant_id, id, number, subject, description_html, description_text, priority, status, requester_id,
  submitted_by_id, team_id, channel, created_at, updated_at, public_updated_at)
SELECT '$tenant', gen_random_uuid(), n,
  CASE WHEN n % 16 < 3 AND n < 400 THEN 'A walrus, a lynx ' || n ELSE 'Nothing ' || n END, '',
  CASE WHEN n % 16 < 3 AND n >= 400 THEN 'walrus lynx' WHEN n % 16 = 15 THEN 'lynx' ELSE '' END,
  'low', 'open', '$employee', '$employee', CASE WHEN n % 16 = 15 THEN '$restricted'::uuid END, 'web', at, at, at
FROM (SELECT n, timestamptz '2026-01-01' + n * interval '1 minute' AS at FROM generate_series(1, 1000) n) numbered;
INSERT INTO messages (tenant_id, id, ticket_id, author_id, internal, body_html, body_text, created_at)
SELECT tenant_id, gen_random_uuid(), id, requester_id, false, '', 'lynx', created_at
FROM tickets, generate_series(1, 60) WHERE tenant_id = '$tenant' AND number % 16 = 15;`;

const MATCHES = 188;
/** The tickets about nothing become the newest, or the oldest: then a walk takes long, or not. */
const NOTHING_IS = (age: 'newest' | 'oldest') => `UPDATE tickets SET updated_at = created_at
  ${age === 'newest' ? '+' : '-'} interval '1 year' WHERE number % 16 BETWEEN 3 AND 14`;

let world: World;
beforeEach(async () => {
  world = await startWorld();
  const { tenant, employee, restrictedTeamId } = world.acme;
  const ids: Record<string, string> = { tenant: tenant.id, employee: employee.id, restricted: restrictedTeamId };
  await world.sql(LOAD.replace(/\$(\w+)/g, (_all, name) => ids[name] as string));
});
afterEach(() => world.stop());

/** Turns the pages of a search. @param between happens after the first @returns the numbers met, in order */
async function turning(between: () => Promise<unknown>): Promise<{ met: string[]; totals: Set<number | null> }> {
  const met: string[] = [];
  const totals = new Set<number | null>();
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page = await search(world.acme.coordinator, 'walrus ', cursor ? { cursor, limit: 20 } : { limit: 20 });
    met.push(...page.items.map(({ ticket }) => ticket.number));
    totals.add(page.total);
    if (cursor === undefined) await between();
    cursor = page.nextCursor;
  }
  return { met, totals };
}

it.each([
  ['walked', 'oldest', 'newest'],
  ['asked of the index', 'newest', 'oldest'],
] as const)('what was %s is paged to its end, even if the other way became cheaper', async (_way, before, after) => {
  await world.sql(NOTHING_IS(before));
  const { met, totals } = await turning(() => world.sql(NOTHING_IS(after)));
  expect([met.length, new Set(met).size]).toEqual([MATCHES, MATCHES]);
  expect(totals).toEqual(new Set(before === 'oldest' ? [null] : [MATCHES]));
});

it('what stops matching between two pages does not let others slip in above what was shown', async () => {
  const { met } = await turning(() =>
    world.sql(`UPDATE tickets SET description_text = 'gone' WHERE description_text = 'walrus lynx' AND number < 700`),
  );
  const gone = await world.sql(`SELECT number FROM tickets WHERE description_text = 'gone'`);
  const numbers = new Set(gone.map(({ number }) => `${world.acme.tenant.prefix}-${number}`));
  expect(new Set(met.filter((number) => !numbers.has(number))).size).toBe(MATCHES - numbers.size);
});

it('what the reader may not see decides neither what is counted nor how it is paged', async () => {
  await world.sql(NOTHING_IS('newest'));
  const { coordinator, insider } = world.acme;
  const seen = async (q: string) => {
    const { items, total } = await search(coordinator, q);
    return { total, met: items.map(({ ticket }) => ticket.number) };
  };
  expect(await seen('lynx ')).toEqual(await seen('walrus '));
  expect((await search(insider, 'lynx ')).total).toBeNull();
});
