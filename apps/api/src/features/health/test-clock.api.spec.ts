import { clockEndpoints } from '@baton/contracts/health/health.endpoints';
import { ticketsEndpoints } from '@baton/contracts/tickets/tickets.endpoints';
import { startWorld, type World } from '../../../test/support/world.js';
import { Config } from '../../config/config.js';
import { JobRunner } from '../../platform/jobs/job-runner.js';

const DAY = 86_400;

describe('the test clock', () => {
  let world: World;

  beforeAll(async () => {
    // Jobs wait until the spec starts them, so that the moment before the automatic close can be seen.
    world = await startWorld({ ROLE: 'web' });
  }, 30_000);
  afterAll(() => world.stop());

  it('belongs to admins', async () => {
    const { employee, coordinator } = world.acme;
    for (const { client } of [employee, coordinator])
      expect((await client.call(clockEndpoints.advance, { body: { advanceSeconds: 1 } })).status).toBe(403);
  });

  it.each([0, -5, 1.5, 'soon', 367 * DAY])('does not go by %p', async (advanceSeconds) => {
    const answer = await world.acme.admin.client.call(clockEndpoints.advance, { body: { advanceSeconds } });
    expect(answer.status).toBe(400);
  });

  it('takes the whole system past the reopen window', async () => {
    const { employee, coordinator, admin } = world.acme;
    const { id } = await world.build.ticket(employee, coordinator, { status: 'resolved' });
    const params = { id };

    const before = Date.now();
    const advanced = await admin.client.call(clockEndpoints.advance, { body: { advanceSeconds: 8 * DAY } });
    expect(advanced.status).toBe(200);
    expect(Date.parse(advanced.body.now)).toBeGreaterThanOrEqual(before + 8 * DAY * 1000);

    // Access tokens are eight days older now, too.
    expect((await employee.client.call(ticketsEndpoints.get, { params })).status).toBe(401);
    const { client } = await world.build.signedIn(employee);
    const late = await client.call(ticketsEndpoints.reopen, { params, body: {} });
    expect(late.status).toBe(409);
    expect(late.error.code).toBe('ticket.reopen_window_over');

    await world.app.get(JobRunner).start();
    await world.jobsDone();
    const { body } = await client.call(ticketsEndpoints.get, { params });
    expect(body.status).toBe('closed');
    expect(Date.parse(body.closedAt as string)).toBeGreaterThanOrEqual(before + 8 * DAY * 1000);
    const moves = await world.sql(`SELECT actor_id, data FROM events WHERE ticket_id = $1 AND data->>'to' = 'closed'`, [
      id,
    ]);
    expect(moves).toEqual([
      { actor_id: null, data: { from: 'resolved', to: 'closed', because: 'reopen_window_over' } },
    ]);
  });
});

describe('without BATON_TEST_CLOCK', () => {
  it('there is no such route', async () => {
    const world = await startWorld({ BATON_TEST_CLOCK: '', ROLE: 'web' });
    try {
      expect(world.app.get(Config).BATON_TEST_CLOCK).toBe(false);
      const answer = await world.acme.admin.client.call(clockEndpoints.advance, { body: { advanceSeconds: 1 } });
      expect(answer.status).toBe(404);
    } finally {
      await world.stop();
    }
  }, 30_000);
});
