import type { TicketFilters } from '@baton/contracts/tickets/ticket-filters.dto';
import { PRIORITIES } from '@baton/domain/tickets/ticket-priority';
import { STATUSES } from '@baton/domain/tickets/ticket-status';
import pg from 'pg';
import { newId } from '../../src/platform/database/new-id.js';
import { randomly } from './random-history.js';
import type { World } from './world.js';

/** A custom field that some tickets have a value of. */
export const FIELD = newId();
const TAGS = ['vpn', 'printer', 'lan', 'Ärger'];

type Chance = ReturnType<typeof randomly>;
const some = <T>({ below, oneOf }: Chance, values: readonly T[], most = 2): T[] => [
  ...new Set(Array.from({ length: 1 + below(most) }, () => oneOf(values))),
];

/** Column → a value it may have. */
function columns(chance: Chance, { acme }: World): Record<string, unknown> {
  const { below, oneOf } = chance;
  const { coordinator, insider, employee, stranger, teamId, restrictedTeamId, categoryId } = acme;
  const moment = () => (below(3) === 0 ? null : new Date(Date.now() - below(1000) * 3_600_000));
  const fields = [{}, { [FIELD]: below(10) }, { [FIELD]: oneOf(['2026-03-01', 'Paper jam', '7']) }];
  const all: [string, unknown][] = [
    ['status', oneOf(STATUSES)],
    ['priority', oneOf(PRIORITIES)],
    ['assignee_id', oneOf([null, coordinator.id, insider.id, employee.id])],
    ['requester_id', oneOf([employee.id, stranger.id, coordinator.id])],
    ['team_id', oneOf([null, teamId, restrictedTeamId])],
    ['category_id', oneOf([null, categoryId])],
    ['overdue', below(3) === 0],
    ['tags', below(2) === 0 ? [] : some(chance, TAGS)],
    ['custom_fields', JSON.stringify(oneOf(fields))],
    ['first_responded_at', moment()],
    ['resolved_at', moment()],
  ];
  return Object.fromEntries(all);
}

export function randomFilters(chance: Chance, { acme }: World): TicketFilters {
  const { below } = chance;
  const { coordinator, insider, employee, teamId, restrictedTeamId, categoryId } = acme;
  const instant = () => new Date(Date.now() - below(1000) * 3_600_000).toISOString();
  const all: TicketFilters = {
    status: some(chance, STATUSES, 4),
    priority: some(chance, PRIORITIES),
    assignee: some(chance, ['me', 'none', coordinator.id, insider.id]),
    requester: some(chance, ['me', employee.id]),
    team: some(chance, ['none', teamId, restrictedTeamId]),
    category: some(chance, ['none', categoryId]),
    overdue: below(3) > 0,
    tag: some(chance, [...TAGS, 'nothing']),
    cf: some(
      chance,
      [':gte:5', ':lte:2026-12-31', ':has:jam', ':eq:7', ':eq:7.0'].map((rest) => FIELD + rest),
    ),
    createdBefore: new Date(Date.now() + 60_000).toISOString(),
    respondedAfter: instant(),
    resolvedBefore: instant(),
  };
  const names = some(chance, Object.keys(all) as (keyof TicketFilters)[], 3);
  return Object.fromEntries(names.map((name) => [name, all[name]]));
}

/** Ticket numbers for them. */
export const NUMBERS = 'CREATE SEQUENCE numbers START 1000000; GRANT USAGE ON SEQUENCE numbers TO PUBLIC';

const INSERT = `
INSERT INTO tickets (tenant_id, id, number, subject, description_html, description_text, channel, submitted_by_id, created_at, updated_at, public_updated_at, requester_id, status, priority)
SELECT $1, $2, nextval('numbers'), 'S', 'D', 'D', 'web', $3, now(), now(), now(), $3, 'new', 'low'`;

/** Writes tickets as the application does: some transactions take long, some fail, some make and change in one. */
export async function writeAtRandom(world: World, seed: number, changes: number): Promise<void> {
  const { tenant, employee, coordinator } = world.acme;
  const chance = randomly(seed);
  const client = new pg.Client({ connectionString: world.appUrl });
  await client.connect();
  for (let done = 0; done < changes; done++) {
    await client.query(`BEGIN; SELECT set_config('app.tenant_id', '${tenant.id}', true)`);
    if (chance.below(4) === 0)
      await client.query(INSERT, [tenant.id, newId(), chance.oneOf([employee.id, coordinator.id])]);
    const changed = Object.entries(columns(chance, world)).filter(() => chance.below(3) === 0);
    const assignments = changed.map(([name], index) => `${name} = $${index + 3}`);
    // One or several rows in one statement.
    const pick = `SELECT id FROM tickets WHERE tenant_id = $1 AND number % $2 = 0 ORDER BY id LIMIT 3 FOR UPDATE SKIP LOCKED`;
    if (changed.length > 0)
      await client.query(`UPDATE tickets SET ${assignments.join(', ')} WHERE tenant_id = $1 AND id IN (${pick})`, [
        tenant.id,
        1 + chance.below(40),
        ...changed.map(([, value]) => value),
      ]);
    if (chance.below(20) === 0) await client.query('SELECT pg_sleep(0.03)');
    await client.query(chance.below(10) === 0 ? 'ROLLBACK' : 'COMMIT');
  }
  await client.end();
}
