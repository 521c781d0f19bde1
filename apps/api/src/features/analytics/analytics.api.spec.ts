import { analyticsEndpoints } from '@baton/contracts/analytics/analytics.endpoints';
import type { FigureResponse } from '@baton/contracts/analytics/analytics.response';
import { clockEndpoints } from '@baton/contracts/health/health.endpoints';
import { ticketsEndpoints } from '@baton/contracts/tickets/tickets.endpoints';
import { STATUSES } from '@baton/domain/tickets/ticket-status';
import { startWorld, type World } from '../../../test/support/world.js';

const HOUR_MS = 3_600_000;

let world: World;
let period: { from: string; to: string; timeZone: string };
beforeAll(async () => {
  world = await startWorld();
  const { build, acme } = world;
  const { employee, coordinator, admin, categoryId } = acme;
  const from = new Date(Date.now() - HOUR_MS).toISOString();
  for (const status of STATUSES) {
    await build.ticket(employee, coordinator, { status, categoryId, priority: 'high' });
    await build.ticket(employee, coordinator, { status });
    await admin.client.call(clockEndpoints.advance, { body: { advanceSeconds: 60 } });
  }
  period = { from, to: new Date(Date.now() + 48 * HOUR_MS).toISOString(), timeZone: 'Asia/Tokyo' };
});
afterAll(() => world.stop());

const overview = (person = world.acme.admin, query: object = period) =>
  person.client.call(analyticsEndpoints.overview, { query });

function figuresOf(value: unknown): FigureResponse[] {
  if (typeof value !== 'object' || value === null) return [];
  return 'tickets' in value ? [value as FigureResponse] : Object.values(value).flatMap(figuresOf);
}

test('every figure counts exactly the tickets its list has', async () => {
  const { body } = await overview();
  expect(body.total).toMatchObject({ created: { value: 14 }, resolved: { value: 4 }, backlog: { value: 8 } });
  for (const { filter, tickets } of figuresOf(body)) {
    const query = { ...Object.fromEntries(new URLSearchParams(filter)), limit: 1, count: true };
    const list = await world.acme.admin.client.call(ticketsEndpoints.list, { query });
    expect(`${filter} ${list.body.total}`).toBe(`${filter} ${tickets}`);
  }
});

test('only admins see it, and only their own organization', async () => {
  expect((await overview(world.acme.coordinator)).status).toBe(403);
  expect((await overview(world.acme.employee)).status).toBe(403);
  const { body } = await overview(world.globex.admin);
  expect(figuresOf(body).every(({ tickets }) => tickets === 0)).toBe(true);
});

test.each([
  ['timeZone', { timeZone: 'Europe/Atlantis' }],
  ['timeZone', { timeZone: "UTC'; DROP TABLE tickets; --" }],
  ['to', { to: '2001-01-01T00:00:00Z' }],
  ['from', { from: 'yesterday' }],
  ['team', { team: 'it' }],
])('refuses a wrong %s by name', async (field, wrong) => {
  const answer = await overview(world.acme.admin, { ...period, ...wrong });
  expect(answer).toMatchObject({
    status: 400,
    error: { code: 'request.invalid', details: { [field]: expect.any(Array) } },
  });
});
