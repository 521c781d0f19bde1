import { ticketsEndpoints } from '@baton/contracts/tickets/tickets.endpoints';
import { startWorld, type World } from '../support/world.js';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const NOBODY = '00000000-0000-7000-8000-000000000000';

const cursor = (value: unknown): string =>
  Buffer.from(JSON.stringify([value, '00000000-0000-7000-8000-000000000000'])).toString('base64url');

describe('values that are well-formed and make no sense', () => {
  it.each([
    ['GET', `/api/users?cursor=${cursor('a\u0000')}`, undefined],
    ['GET', `/api/users?cursor=${cursor(7)}`, undefined],
    ['GET', `/api/tickets?sort=createdAt&cursor=${cursor('-271821-04-20T00:00:00.000Z')}`, undefined],
    ['GET', `/api/tickets?cursor=${cursor('2026-13-45T00:00:00.000Z')}`, undefined],
    ['GET', `/api/tickets?openAt=2026-03-01T24:00:01Z`, undefined],
    ['GET', '/api/tickets?openAt=2026-03-01T00:00:00%2B23:00', undefined],
    ['PATCH', '/api/me', { timeZone: 'Mars/Olympus' }],
    ['PATCH', '/api/me', { timeZone: "UTC'; --" }],
    ['PATCH', '/api/me', { name: null }],
    ['PATCH', '/api/me', { role: 'admin' }],
    ['PATCH', '/api/me', { email: 'x@acme.test' }],
    ['PATCH', '/api/organization', { reopenWindowDays: 0 }],
    ['PATCH', '/api/organization', { reopenWindowDays: 1e300 }],
    ['PATCH', '/api/organization', { emailDomains: ['localhost'] }],
    ['PATCH', '/api/organization', { emailDomains: 'acme.test' }],
    ['PATCH', '/api/organization', { slug: 'other' }],
    ['POST', '/api/teams', { name: '   ' }],
    ['POST', '/api/teams', { name: 'x', mode: 'by_lot' }],
    ['POST', '/api/skills', { name: '\u200b' }],
    ['PUT', '/api/me/availability', { status: 'busy' }],
    ['PATCH', `/api/work-profiles/${NOBODY}`, { capacity: 1e300 }],
    ['PATCH', `/api/work-profiles/${NOBODY}`, { hours: [] }],
    ['PATCH', `/api/work-profiles/${NOBODY}`, { hours: { timeZone: 'UTC', windows: 'always' } }],
    ['PATCH', `/api/work-profiles/${NOBODY}`, { hours: { timeZone: 'UTC', windows: { mon: [[9, 17]] } } }],
    ['PATCH', `/api/work-profiles/${NOBODY}`, { absences: [{ from: 'today', to: 'later' }] }],
    ['PATCH', `/api/work-profiles/${NOBODY}`, { skills: [{ skillId: NOBODY, level: 6 }] }],
    ['PATCH', `/api/work-profiles/${NOBODY}`, { availability: 'online' }],
    ['POST', '/api/assignment/preview', { teamId: NOBODY, priority: 'sooner' }],
    ['POST', '/api/assignment/preview', { priority: 'low' }],
    ['POST', '/api/users', { name: 'x', email: 'not an address', role: 'coordinator' }],
    ['POST', '/api/users', { name: 'x', email: 'a@acme.test', role: 'operator' }],
    ['POST', '/api/users/approve', { userIds: 'all' }],
    ['PUT', '/api/tickets/1/drafts/reply', { body: 'x', revision: 1e300 }],
    ['PUT', '/api/tickets/1/drafts/reply', { body: 'x', revision: 0 }],
    ['PUT', '/api/tickets/1/drafts/reply', { body: 'x\u0000', revision: 1 }],
    ['PUT', '/api/tickets/1/read', { seq: -1 }],
    ['PUT', '/api/tickets/1/read', { seq: 2 ** 31 }],
    ['POST', '/api/tickets/1/messages', { body: 'x', changes: [] }],
    ['POST', '/api/tickets/1/messages', { body: 'x', changes: { requesterId: 'x' } }],
    ['POST', '/api/tickets/1/messages', { body: 'x', mentions: Array(21).fill('x') }],
    ['POST', '/api/macros', { name: 'x', scope: 'team', body: 'x' }],
    ['POST', '/api/macros', { name: 'x', scope: 'personal', body: '' }],
    ['POST', '/api/notifications/read', {}],
    ['POST', '/api/sla/calendars', { name: 'x', calendar: {} }],
    [
      'POST',
      '/api/sla/calendars',
      { name: 'x', calendar: { timeZone: 'Mars/Olympus', windows: { mon: [['09:00', '17:00']] } } },
    ],
    [
      'POST',
      '/api/sla/preview',
      {
        calendar: { timeZone: 'UTC', windows: { mon: [['09:00', '17:00']] } },
        startedAt: '2026-03-01T12:00:00Z',
        targetMinutes: 1e300,
      },
    ],
    ['POST', '/api/sla/policies', { name: 'x', calendarId: 'x', targets: [] }],
    ['PUT', '/api/sla/policies/order', { ids: 'all' }],
    ['GET', `/api/tickets?sort=dueAt&cursor=${cursor('soon')}`, undefined],
    ['GET', '/api/tickets?overdue=maybe', undefined],
    ['GET', `/api/notifications?cursor=${cursor('x')}`, undefined],
  ])('%s %s %j → 400', async (method, path, body: object | undefined) => {
    const { status, error } = await world.acme.admin.client.raw(method, path, body ? { body } : {});
    expect([status, error.code]).toEqual([400, 'request.invalid']);
  });

  it('nobody is taken off a ticket by a request that names nobody', async () => {
    const { employee, coordinator } = world.acme;
    const { id } = await world.build.ticket(employee, coordinator, { status: 'in_progress' });
    const assign = (body: object) => coordinator.client.raw('POST', `/api/tickets/${id}/assign`, { body });
    await assign({});
    await assign({ teamId: world.acme.teamId });
    const { body } = await coordinator.client.call(ticketsEndpoints.get, { params: { id } });
    expect(body.assigneeId).toBe(coordinator.id);
  });

  it('lists take repeated values as well as commas', async () => {
    const { client } = world.acme.admin;
    const repeated = await client.raw('GET', '/api/tickets?status=new&status=open');
    const joined = await client.raw('GET', '/api/tickets?status=new,open');
    expect([repeated.status, repeated.body]).toEqual([200, joined.body]);
  });
});
