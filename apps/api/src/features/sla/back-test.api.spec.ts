import { slaEndpoints } from '@baton/contracts/sla/sla.endpoints';
import type { BackTestResponse, OutcomeCountsResponse } from '@baton/contracts/sla/sla.response';
import { ticketsEndpoints } from '@baton/contracts/tickets/tickets.endpoints';
import { SLA_METRICS } from '@baton/domain/sla/policy';
import { HOURS, Promises, same } from '../../../test/support/promises.js';
import { randomly } from '../../../test/support/random-history.js';
import { startWorld, type World } from '../../../test/support/world.js';

const TICKETS = 24;
const STRICT = { firstResponse: 10, nextResponse: 15, resolution: 60 };

let world: World;
let promises: Promises;
let calendarId: string;
let policyId: string;
beforeAll(async () => {
  world = await startWorld();
  await world.sql('UPDATE tenants SET reopen_window_days = 3000');
  promises = new Promises(world, world.acme);
  calendarId = await promises.calendar();
  policyId = await promises.policy({ calendarId });
}, 60_000);
afterAll(() => world.stop());

const backTest = async (targets: object, days?: number): Promise<BackTestResponse> => {
  const policy = { name: 'Standard', calendarId, targets };
  const body = { policies: [policy], ...(days ? { days } : {}) };
  const answer = await world.acme.admin.client.call(slaEndpoints.backTest, { body: { ...body } });
  expect(answer.status).toBe(200);
  return answer.body;
};

/** What happens on tickets while an hour goes by in steps. */
async function live(): Promise<void> {
  const chance = randomly(7);
  const { employee, coordinator } = world.acme;
  const move = (id: string, status: string) =>
    coordinator.client.call(ticketsEndpoints.changeStatus, { params: { id }, body: { status } });
  const happenings = [
    (id: string) => world.build.message(coordinator, id, 'Answer'),
    (id: string) => world.build.message(employee, id, 'Question'),
    (id: string) => world.build.message(coordinator, id, 'Note', true),
    (id: string) => move(id, 'waiting'),
    (id: string) => move(id, 'in_progress'),
    (id: string) => move(id, 'resolved'),
  ];
  const ids: string[] = [];
  for (let n = 0; n < TICKETS; n++) {
    const priority = chance.oneOf(['low', 'medium', 'high', 'urgent'] as const);
    ids.push((await world.build.ticket(employee, coordinator, { priority, status: 'in_progress' })).id);
    for (let times = 0; times < 4; times++) await chance.oneOf(happenings)(chance.oneOf(ids));
    if (n % 4 === 3) await promises.after(7);
  }
}

const kept = async (): Promise<Record<string, OutcomeCountsResponse>> => {
  const rows = await world.sql<OutcomeCountsResponse & { metric: string }>(
    `SELECT metric, count(*) FILTER (WHERE breached_at IS NOT NULL OR cancelled_at IS NULL)::int AS total,
       count(*) FILTER (WHERE breached_at IS NULL AND met_at IS NOT NULL)::int AS met,
       count(*) FILTER (WHERE breached_at IS NOT NULL)::int AS breached
     FROM sla_clocks WHERE tenant_id = $1 AND target_minutes IS NOT NULL GROUP BY metric`,
    [world.acme.tenant.id],
  );
  return Object.fromEntries(rows.map(({ metric, ...counts }) => [metric, counts]));
};
const side = ({ metrics }: BackTestResponse, which: 'before' | 'after') =>
  Object.fromEntries(metrics.map((each) => [each.metric, each[which]]));

it('says of the present policies what really became of the tickets, and of others what would have', async () => {
  await live();
  await promises.settled();
  const same2 = await backTest(same(HOURS));
  expect(same2).toMatchObject({ tickets: TICKETS, changedTickets: 0, examples: [] });
  expect(side(same2, 'before')).toEqual(await kept());
  expect(side(same2, 'after')).toEqual(side(same2, 'before'));
  const strict = await backTest(same(STRICT));
  expect(side(strict, 'before')).toEqual(side(same2, 'before'));
  expect(strict.changedTickets).toBeGreaterThan(0);
  expect(strict.examples[0]).toMatchObject({ ticket: { number: expect.stringMatching(/^ACME-/) } });
  for (const metric of SLA_METRICS) {
    const { after, byPriority } = strict.metrics.find((each) => each.metric === metric)!;
    expect(byPriority.map(({ priority }) => priority)).toEqual(['urgent', 'high', 'medium', 'low']);
    expect(byPriority.reduce((sum, row) => sum + row.after.total, 0)).toBe(after.total);
  }
  // As if these had been the policies from the beginning.
  const { id: tenantId } = world.acme.tenant;
  await world.sql('UPDATE sla_policies SET targets = $2 WHERE tenant_id = $1', [
    tenantId,
    JSON.stringify(same(STRICT)),
  ]);
  await world.sql('DELETE FROM sla_clocks WHERE tenant_id = $1', [tenantId]);
  await world.sql(`UPDATE tickets SET sla = '{}' WHERE tenant_id = $1`, [tenantId]);
  await world.acme.admin.client.call(slaEndpoints.updatePolicy, { params: { id: policyId }, body: { warnings: [50] } });
  await world.jobsDone();
  await promises.settled();
  expect(side(strict, 'after')).toEqual(await kept());
});

it('looks as far back as it is asked to, and refuses policies that are impossible', async () => {
  expect((await backTest(same(HOURS), 1)).tickets).toBe(TICKETS);
  await promises.after(60 * 24 * 3);
  expect((await backTest(same(HOURS), 2)).tickets).toBe(0);
  const body = { policies: [{ name: 'x', calendarId, targets: same({ ...HOURS, resolution: 0 }) }] };
  const { status, error } = await world.acme.admin.client.call(slaEndpoints.backTest, { body });
  expect([status, Object.keys(error.details)]).toEqual([
    400,
    expect.arrayContaining(['policies.0.targets.low.resolution']),
  ]);
});
