import type { FigureResponse } from '@baton/contracts/analytics/analytics.response';
import { AnalyticsResponse } from '@baton/contracts/analytics/analytics.response';
import { parse } from '@baton/contracts/http/validate';
import { ListTicketsQuery } from '@baton/contracts/tickets/tickets.dto';
import { userActor } from '@baton/domain/permissions/actor';
import type { TenantId } from '@baton/domain/shared/brand';
import { DataSource } from 'typeorm';
import { randomly } from '../../../test/support/random-history.js';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import { loadConfig } from '../../config/load-config.js';
import type { Clock } from '../../platform/clock/clock.js';
import { newId } from '../../platform/database/new-id.js';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import { createLog } from '../../platform/log/log.js';
import { CategoryQueries } from '../categories/category.queries.js';
import { SearchPlanQueries } from '../search/search-plan.queries.js';
import { TicketSummaryQueries } from '../tickets/ticket-summary.queries.js';
import { PersonQueries } from '../users/person.queries.js';
import { AnalyticsQueries } from './analytics.queries.js';
import { AnalyticsService } from './analytics.service.js';
import { AnalyticsDaysQueries } from './analytics-days.queries.js';

const HOUR = 3_600_000;
/** Berlin's clocks went back in the night to 25 October. */
const NOW = new Date('2026-11-10T11:30:00.000Z');
const BERLIN_MONTH = { from: '2026-10-13T22:00:00.000Z', to: '2026-11-10T23:00:00.000Z', timeZone: 'Europe/Berlin' };

const tenantId = newId() as TenantId;
const [team, otherTeam, category, subcategory] = [newId(), newId(), newId(), newId()];
const people = [newId(), newId(), newId()];
const admin = userActor({ id: people[0] as string, tenantId, role: 'admin' }, newId());

let database: TestDatabase;
let dataSource: DataSource;
let analytics: AnalyticsService;
let tickets: TicketSummaryQueries;

const { below, oneOf, history } = randomly(7);

async function insert(table: string, row: Record<string, unknown>): Promise<void> {
  const columns = Object.keys({ tenant_id: tenantId, ...row });
  const places = columns.map((_column, index) => `$${index + 1}`);
  const text = `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${places.join(', ')})`;
  await dataSource.query(text, [tenantId, ...Object.values(row)]);
}

async function insertTicket(number: number): Promise<void> {
  const id = newId();
  const createdAt = new Date(NOW.getTime() - below(60 * 24) * HOUR - below(HOUR));
  const moves = history(createdAt, NOW);
  const last = moves.at(-1);
  const status = last?.to ?? 'new';
  const isSolved = ['resolved', 'closed'].includes(status);
  await insert('tickets', {
    id,
    number,
    subject: 'Subject',
    description_html: '',
    description_text: '',
    category_id: oneOf([category, subcategory, null]),
    priority: oneOf(['low', 'medium', 'high', 'urgent']),
    status,
    requester_id: people[1],
    submitted_by_id: people[1],
    team_id: oneOf([team, otherTeam, null]),
    assignee_id: oneOf([...people, null]),
    channel: 'web',
    created_at: createdAt,
    updated_at: last?.at ?? createdAt,
    public_updated_at: last?.at ?? createdAt,
    first_responded_at: moves[0] ? new Date((createdAt.getTime() + moves[0].at.getTime()) / 2) : null,
    resolved_at: isSolved ? moves.findLast(({ to }) => to === 'resolved')?.at : null,
  });
  for (const [index, { from, to, at }] of moves.entries()) {
    const subject = { subject_id: id, ticket_id: id, seq: index + 1 };
    await insert('events', {
      id: newId(),
      type: 'ticket.status_changed',
      occurred_at: at,
      ...subject,
      data: { from, to },
    });
  }
}

async function arrange(): Promise<void> {
  const made = { created_at: NOW };
  await dataSource.query(
    "INSERT INTO tenants (id, slug, name, ticket_prefix, created_at) VALUES ($1, 'a', 'A', 'A', $2)",
    [tenantId, NOW],
  );
  for (const id of people) {
    const account = { role: 'admin', status: 'approved', employee_number: id };
    await insert('users', { id, email: `${id}@a.test`, name: id, ...account, ...made });
  }
  for (const id of [team, otherTeam]) await insert('teams', { id, name: id, ...made });
  await insert('categories', { id: category, name: 'IT', ...made });
  await insert('categories', { id: subcategory, name: 'Network', parent_id: category, ...made });
  for (let number = 1; number <= 150; number++) await insertTicket(number);
}

beforeAll(async () => {
  database = await createTestDatabase();
  const owner = new DataSource({ type: 'postgres', url: database.ownerUrl });
  dataSource = await owner.initialize();
  const transaction = new TenantTransaction(dataSource, createLog('silent'), loadConfig({}));
  tickets = new TicketSummaryQueries(transaction, new SearchPlanQueries(transaction));
  analytics = new AnalyticsService(
    transaction,
    new AnalyticsQueries(transaction),
    new AnalyticsDaysQueries(transaction),
    new CategoryQueries(transaction),
    new PersonQueries(transaction),
    { now: () => NOW } as Clock,
  );
  await arrange();
});

afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

/** Every figure of an answer, with the way to it. */
function figuresOf(value: unknown, path = ''): [string, FigureResponse][] {
  if (typeof value !== 'object' || value === null) return [];
  if ('tickets' in value) return [[path, value as FigureResponse]];
  return Object.entries(value).flatMap(([key, part]) => figuresOf(part, `${path}.${key}`));
}

async function listed(filter: string): Promise<number> {
  const query = await parse(ListTicketsQuery, {
    ...Object.fromEntries(new URLSearchParams(filter)),
    limit: '1',
    count: 'true',
  });
  return (await tickets.list(admin, query)).total ?? 0;
}

test.each([
  ['a running month across the change of clocks', { ...BERLIN_MONTH }],
  ['a past fortnight', { from: '2026-09-20T00:00:00Z', to: '2026-10-04T00:00:00Z' }],
  [
    'days in a zone of half hours',
    { from: '2026-10-01T18:30:00Z', to: '2026-10-20T18:30:00Z', timeZone: 'Asia/Kolkata' },
  ],
  ['two teams', { ...BERLIN_MONTH, team: [team as string, otherTeam as string] }],
  ['one team', { ...BERLIN_MONTH, team: [team as string] }],
])('every figure lists exactly its tickets: %s', async (_name, query) => {
  const answer = await analytics.overview(admin, query);
  await parse(AnalyticsResponse, answer);
  const figures = figuresOf(answer);
  expect(figures.length).toBeGreaterThan(50);
  expect(answer.total.created.tickets).toBeGreaterThan(0);
  for (const [path, { tickets: counted, filter }] of figures)
    expect(`${path}: ${await listed(filter)}`).toBe(`${path}: ${counted}`);
});

test('days are local days, one of them an hour longer, and end with today', async () => {
  const { days, total } = await analytics.overview(admin, BERLIN_MONTH);
  expect(days).toHaveLength(28);
  const hours = days.map(({ from, to }) => (Date.parse(to) - Date.parse(from)) / HOUR);
  expect(hours.filter((each) => each === 25)).toHaveLength(1);
  expect(days.at(-1)).toMatchObject({ from: '2026-11-09T23:00:00.000Z', to: '2026-11-10T23:00:00.000Z' });
  const sum = (name: 'created' | 'resolved') => days.reduce((before, day) => before + day[name].tickets, 0);
  expect([sum('created'), sum('resolved')]).toEqual([total.created.value, total.resolved.value]);
  expect(days.at(-1)?.backlog.value).toBe(total.backlog.value);
});

test('breakdowns add up to the total', async () => {
  const { total, byCategory, byPriority, byCoordinator } = await analytics.overview(admin, BERLIN_MONTH);
  for (const rows of [byCategory, byPriority, byCoordinator])
    for (const name of ['created', 'resolved', 'backlog', 'firstResponse', 'resolution'] as const)
      expect(rows.reduce((sum, row) => sum + row[name].tickets, 0)).toBe(total[name].tickets);
  expect(byPriority.map(({ key }) => key)).toEqual(['urgent', 'high', 'medium', 'low']);
});

test('durations are medians and ninetieth percentiles of what happened in the period', async () => {
  const { total, firstResponseP90 } = await analytics.overview(admin, BERLIN_MONTH);
  const rows: { seconds: number }[] = await dataSource.query(
    `SELECT extract(epoch FROM first_responded_at - created_at)::float8 AS seconds FROM tickets
     WHERE first_responded_at >= $1 AND first_responded_at < $2 ORDER BY 1`,
    [BERLIN_MONTH.from, BERLIN_MONTH.to],
  );
  const at = (share: number) => {
    const place = share * (rows.length - 1);
    const [low, high] = [rows[Math.floor(place)], rows[Math.ceil(place)]] as { seconds: number }[];
    return (low?.seconds ?? 0) + (place % 1) * ((high?.seconds ?? 0) - (low?.seconds ?? 0));
  };
  expect(Math.abs((total.firstResponse.value ?? 0) - at(0.5))).toBeLessThanOrEqual(1);
  expect(Math.abs((firstResponseP90.value ?? 0) - at(0.9))).toBeLessThanOrEqual(1);
});

test.each([
  ['to', { from: '2026-11-02T00:00:00Z', to: '2026-11-01T00:00:00Z' }],
  ['to', { from: '2025-01-01T00:00:00Z', to: '2026-11-01T00:00:00Z' }],
  ['timeZone', { from: '2026-11-01T00:00:00Z', to: '2026-11-02T00:00:00Z', timeZone: 'Europe/Atlantis' }],
  ['timeZone', { from: '2026-11-01T00:00:00Z', to: '2026-11-02T00:00:00Z', timeZone: '+05:00' }],
])('refuses and names %s', async (field, query) => {
  const refusal = { code: 'request.invalid', details: { [field]: [expect.any(String)] } };
  await expect(Promise.resolve().then(() => analytics.overview(admin, query))).rejects.toMatchObject(refusal);
});

test('a period without tickets has no durations and an empty list of days when it lies ahead', async () => {
  const { total, days } = await analytics.overview(admin, { from: '2027-01-01T00:00:00Z', to: '2027-02-01T00:00:00Z' });
  expect(total).toMatchObject({ created: { value: 0 }, firstResponse: { value: null, tickets: 0 } });
  expect(days).toEqual([]);
});
