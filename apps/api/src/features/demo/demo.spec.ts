import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { authEndpoints } from '@baton/contracts/auth/auth.endpoints';
import { macrosEndpoints } from '@baton/contracts/macros/macros.endpoints';
import { notificationsEndpoints } from '@baton/contracts/notifications/notifications.endpoints';
import { searchEndpoints } from '@baton/contracts/search/search.endpoints';
import { ticketsEndpoints } from '@baton/contracts/tickets/tickets.endpoints';
import { STATUSES } from '@baton/domain/tickets/ticket-status';
import { Client } from '../../../test/support/client.js';
import { startTestApp, type TestApp } from '../../../test/support/test-app.js';
import { discardUnfinishedDemo, seedDemo } from '../../boot/seed-demo.js';
import { Config } from '../../config/config.js';
import { DEMO_PASSWORD, DEMO_SIGN_INS } from './demo-people.seed.js';

// Three weeks of a whole desk take a few seconds.
jest.setTimeout(60_000);

describe('the demo', () => {
  let test: TestApp;
  let config: Config;

  beforeAll(async () => {
    // Serving only: what the demo leaves for the jobs must be nothing.
    test = await startTestApp({ ROLE: 'web' });
    config = test.app.get(Config);
    expect(await seedDemo(test.app, config)).toBe(true);
  });
  afterAll(() => test.stop());

  const signIn = async (email: string) => {
    const client = new Client(test.url);
    const { body } = await client.call(authEndpoints.login, { body: { email, password: DEMO_PASSWORD } });
    client.token = body.accessToken;
    return client;
  };

  it('can be searched, also by who mistypes', async () => {
    const client = await signIn('coordinator@acme.test');
    const { body } = await client.call(searchEndpoints.search, { query: { q: 'pritner' } });
    expect(body.correctedTo).toBe('printer');
    expect(body.items.length).toBeGreaterThan(0);
  });

  it.each(DEMO_SIGN_INS)('lets $email in', async ({ email, role }) => {
    const me = await (await signIn(email)).call(authEndpoints.me);
    expect(me.body).toMatchObject({ email, role });
  });

  it('has tickets in every status, as many as a desk has', async () => {
    const rows = await test.sql<{ slug: string; status: string; count: number }>(
      `SELECT slug, status, count(*)::int FROM tickets t JOIN tenants o ON o.id = t.tenant_id GROUP BY 1, 2`,
    );
    const acme = rows.filter(({ slug }) => slug === 'acme');
    expect(acme.map(({ status }) => status).sort()).toEqual([...STATUSES].sort());
    expect(acme.reduce((sum, { count }) => sum + count, 0)).toBeGreaterThanOrEqual(60);
    expect(rows.filter(({ slug }) => slug === 'globex').reduce((sum, { count }) => sum + count, 0)).toBe(12);
  });

  it('has something for everybody who tries it', async () => {
    const mine = await (await signIn('employee@acme.test')).call(ticketsEndpoints.list, { query: { requester: 'me' } });
    expect(mine.body.items.map(({ status }) => status)).toEqual(
      expect.arrayContaining(['new', 'in_progress', 'waiting', 'resolved', 'closed', 'withdrawn']),
    );
    const coordinator = await signIn('coordinator@acme.test');
    const query = { assignee: 'me', status: 'open,in_progress,waiting' };
    const held = await coordinator.call(ticketsEndpoints.list, { query });
    expect(held.body.items.length).toBeGreaterThanOrEqual(4);
    const waiting = await test.sql(
      `SELECT email FROM users u JOIN tenants o ON o.id = u.tenant_id WHERE slug = 'acme' AND status = 'pending'`,
    );
    expect(waiting).toHaveLength(5);
  });

  it('has macros, a bell that rang, and tickets read and unread', async () => {
    const coordinator = await signIn('coordinator@acme.test');
    expect((await coordinator.call(macrosEndpoints.list)).body.items.length).toBeGreaterThanOrEqual(5);
    const rang = (await coordinator.call(notificationsEndpoints.list, {})).body;
    expect([rang.unread > 0, rang.items.every(({ read }) => !read)]).toEqual([true, true]);
    const { items } = (await coordinator.call(ticketsEndpoints.list, { query: { limit: 100 } })).body;
    expect(new Set(items.map(({ unread }) => unread))).toEqual(new Set([true, false]));
  });

  it('is numbered in the order of time, without gaps, and ends now', async () => {
    const disorder = await test.sql(
      `SELECT a.number FROM tickets a JOIN tickets b ON b.tenant_id = a.tenant_id AND b.number = a.number + 1
       WHERE b.created_at < a.created_at`,
    );
    expect(disorder).toEqual([]);
    const gaps = await test.sql(
      `SELECT ticket_id FROM events WHERE ticket_id IS NOT NULL GROUP BY ticket_id
       HAVING count(*) <> max(seq) OR count(public_seq) <> max(public_seq)`,
    );
    expect(gaps).toEqual([]);
    const [{ ahead, ago }] = (await test.sql(
      `SELECT count(*) FILTER (WHERE occurred_at > now())::int AS ahead,
         extract(epoch FROM now() - max(occurred_at)) / 60 AS ago FROM events`,
    )) as [{ ahead: number; ago: number }];
    expect(ahead).toBe(0);
    expect(Number(ago)).toBeLessThan(15);
  });

  it('leaves no job and no mail behind, and is made once', async () => {
    expect(await test.sql('SELECT id FROM graphile_worker.jobs')).toEqual([]);
    expect(await test.sql('SELECT id FROM mails')).toEqual([]);
    expect(await seedDemo(test.app, config)).toBe(false);
  });

  it('is cleared away when it was interrupted, and only then', async () => {
    await discardUnfinishedDemo(config);
    expect(await test.sql('SELECT id FROM tenants')).toHaveLength(2);
    const marker = join(config.DATA_DIR, 'demo-in-progress');
    writeFileSync(marker, '');
    await discardUnfinishedDemo(config);
    expect(await test.sql('SELECT id FROM users')).toEqual([]);
    expect(existsSync(marker)).toBe(false);
  });
});
