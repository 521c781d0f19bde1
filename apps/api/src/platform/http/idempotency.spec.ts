import { createHash } from 'node:crypto';
import { authEndpoints } from '@baton/contracts/auth/auth.endpoints';
import { clockEndpoints } from '@baton/contracts/health/health.endpoints';
import { ticketsEndpoints } from '@baton/contracts/tickets/tickets.endpoints';
import type { Person } from '../../../test/support/factories.js';
import { startWorld, type World } from '../../../test/support/world.js';

const HOUR = 3600;

describe('answers kept for retries', () => {
  let world: World;

  beforeAll(async () => {
    world = await startWorld();
  }, 30_000);
  afterAll(() => world.stop());

  const keys = () => world.sql<{ key: string; request_hash: string }>('SELECT key, request_hash FROM idempotency_keys');

  it('tell nobody who reads them what the request said', async () => {
    const body = { currentPassword: 'factory-made-2026', newPassword: 'another one 2026' };
    const person = await world.build.person(world.acme.tenant, 'employee');
    const headers = { 'idempotency-key': 'secret' };
    expect((await person.client.call(authEndpoints.changePassword, { body, headers })).status).toBe(204);
    const [stored] = await keys();
    const guess = JSON.stringify(['POST', '/auth/password/change', {}, {}, body, []]);
    expect(stored?.request_hash).not.toBe(createHash('sha256').update(guess).digest('hex'));
  });

  it('are there for a day and gone after two', async () => {
    const { employee, admin } = world.acme;
    const body = { subject: 'Once', description: 'Only once.' };
    await employee.client.call(ticketsEndpoints.create, { body, headers: { 'idempotency-key': 'kept' } });
    const advance = async (hours: number) => {
      const { client } = await world.build.signedIn(admin);
      await client.call(clockEndpoints.advance, { body: { advanceSeconds: hours * HOUR } });
      await world.jobsDone();
      return (await keys()).map(({ key }) => key);
    };
    expect(await advance(25)).toContain('kept');
    expect(await advance(24)).toEqual([]);
  });
});

describe('work that counts attempts outside of its transaction', () => {
  let world: World;

  beforeAll(async () => {
    world = await startWorld({ DATABASE_POOL: '2' });
  }, 30_000);
  afterAll(() => world.stop());

  const change = ({ client }: Person, key: string) => {
    const body = { currentPassword: 'factory-made-2026', newPassword: 'another one 2026' };
    return client.call(authEndpoints.changePassword, { body, headers: { 'idempotency-key': key } });
  };

  it('never waits for a connection that only others like it could give back', async () => {
    const { employee, stranger, coordinator } = world.acme;
    const answers = await Promise.all([employee, stranger, coordinator].map((person) => change(person, 'mine')));
    expect(answers.map(({ status }) => status)).toEqual([204, 204, 204]);
  });

  it('counts no retry', async () => {
    const person = world.acme.insider;
    for (let time = 0; time < 15; time++) expect((await change(person, 'once')).status).toBe(204);
    expect(await world.sql('SELECT FROM rate_limits WHERE points > 0')).toEqual([]);
  });
});
