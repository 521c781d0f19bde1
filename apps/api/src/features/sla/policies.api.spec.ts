import { slaEndpoints as endpoints } from '@baton/contracts/sla/sla.endpoints';
import { ALWAYS, HOURS, Promises, same } from '../../../test/support/promises.js';
import { startWorld, type World } from '../../../test/support/world.js';

let world: World;
let promises: Promises;
beforeAll(async () => {
  world = await startWorld();
  promises = new Promises(world, world.acme);
}, 60_000);
afterAll(() => world.stop());

const admin = () => world.acme.admin.client;
const WEEK = { mon: [['09:00', '17:00']] };
const CALENDAR = { timeZone: 'Europe/Berlin', windows: WEEK, holidays: [] };

describe('calendars', () => {
  it('are made, renamed, given another content as a new version, and deleted when nobody counts by them', async () => {
    const id = await promises.calendar('Office');
    const params = { id };
    expect(
      (await admin().call(endpoints.createCalendar, { body: { name: 'office', calendar: ALWAYS } })).error.code,
    ).toBe('calendar.name_taken');
    const update = (body: object) => admin().call(endpoints.updateCalendar, { params, body: { ...body } });
    expect((await update({ name: 'The office' })).body).toMatchObject({ name: 'The office', version: 1 });
    expect((await update({ calendar: ALWAYS })).body.version).toBe(1);
    const holidays = [
      { date: '2026-12-25' },
      { date: '2026-12-24', from: '14:00', to: '24:00', name: 'Christmas Eve' },
    ];
    const changed = (await update({ calendar: { ...ALWAYS, holidays } })).body;
    expect(changed).toMatchObject({ version: 2, usedBy: [] });
    expect(changed.calendar.holidays.map(({ date }) => date)).toEqual(['2026-12-24', '2026-12-25']);
    const policyId = await promises.policy({ name: 'By the office', calendarId: id });
    const { status, error } = await admin().call(endpoints.deleteCalendar, { params });
    expect([status, error.code, error.details.policies]).toEqual([
      409,
      'calendar.in_use',
      [{ id: policyId, name: 'By the office' }],
    ]);
    await admin().call(endpoints.deletePolicy, { params: { id: policyId } });
    expect((await admin().call(endpoints.deleteCalendar, { params })).status).toBe(204);
    expect((await admin().call(endpoints.calendars)).body.items).toEqual([]);
    expect((await admin().call(endpoints.updateCalendar, { params, body: { name: 'Gone' } })).status).toBe(404);
  });

  it.each([
    ['calendar.timeZone', { timeZone: 'Mars/Olympus' }],
    ['calendar.windows', { windows: {} }],
    ['calendar.windows.mon.0', { windows: { mon: [['09:00', '09:00']] } }],
    [
      'calendar.windows.mon.1',
      {
        windows: {
          mon: [
            ['09:00', '12:00'],
            ['25:00', '12:00'],
          ],
        },
      },
    ],
    ['calendar.windows.someday', { windows: { someday: [['09:00', '12:00']] } }],
    ['calendar.holidays.0.date', { holidays: [{ date: '2026-02-30' }] }],
    ['calendar.holidays.0.to', { holidays: [{ date: '2026-02-20', from: '15:00', to: '14:00' }] }],
  ])('that are impossible are refused by name: %s', async (field, wrong) => {
    const body = { name: 'Impossible', calendar: { ...CALENDAR, ...wrong } };
    const { status, error } = await admin().call(endpoints.createCalendar, { body });
    expect([status, error.code, Object.keys(error.details)]).toEqual([400, 'request.invalid', [field]]);
  });

  it('read holidays of an iCalendar file, and say what they could not read', async () => {
    const event = [
      'BEGIN:VEVENT',
      'UID:1',
      'SUMMARY:Unity Day',
      'DTSTART;VALUE=DATE:20251003',
      'RRULE:FREQ=YEARLY',
      'END:VEVENT',
    ];
    const ical = ['BEGIN:VCALENDAR', 'VERSION:2.0', ...event, 'END:VCALENDAR', ''].join('\r\n');
    const read = (text: string) =>
      admin().call(endpoints.importHolidays, {
        body: { ical: text, timeZone: 'Europe/Berlin', from: '2026-01-01', to: '2027-12-31' },
      });
    expect((await read(ical)).body.holidays).toEqual([
      { date: '2026-10-03', name: 'Unity Day' },
      { date: '2027-10-03', name: 'Unity Day' },
    ]);
    const broken = await read('no calendar at all');
    expect([broken.status, broken.error.code, broken.error.details.reason]).toEqual([
      400,
      'ical.unreadable',
      'not_ical',
    ]);
  });
});

describe('policies', () => {
  let calendarId: string;
  beforeAll(async () => {
    calendarId = await promises.calendar('Always');
  });

  it('stand in an order of their own, without gaps', async () => {
    const ids = [];
    for (const name of ['First', 'Second', 'Third']) ids.push(await promises.policy({ name, calendarId }));
    const order = (wanted: string[]) => admin().call(endpoints.orderPolicies, { body: { ids: wanted } });
    const [first, second, third] = ids as [string, string, string];
    expect((await order([third, first, second])).body.items.map(({ name }) => name)).toEqual([
      'Third',
      'First',
      'Second',
    ]);
    expect((await order([third, first])).error.code).toBe('request.invalid');
    await admin().call(endpoints.deletePolicy, { params: { id: first } });
    const { items } = (await admin().call(endpoints.policies)).body;
    expect(items.map(({ name, position }) => [name, position])).toEqual([
      ['Third', 0],
      ['Second', 1],
    ]);
    expect(items[0]).toMatchObject({
      warnings: [75, 90],
      escalation: { notify: ['assignee'], raisePriority: false, reassign: false },
      calendar: { id: calendarId, name: 'Always' },
    });
    expect(
      (await admin().call(endpoints.createPolicy, { body: { name: 'third', calendarId, targets: same(HOURS) } })).error
        .code,
    ).toBe('sla_policy.name_taken');
  });

  const NONE = { firstResponse: null, nextResponse: null, resolution: null };
  it.each([
    ['targets.low.firstResponse', { targets: { ...same(HOURS), low: { ...HOURS, firstResponse: 0 } } }],
    ['targets.low.resolution', { targets: { ...same(HOURS), low: { ...HOURS, resolution: 1.5 } } }],
    ['targets', { targets: same(NONE) }],
    ['warnings', { warnings: [0, 75] }],
    ['warnings.1', { warnings: [90, 75] }],
    ['conditions.teamIds', { conditions: { teamIds: ['00000000-0000-7000-8000-000000000000'] } }],
    ['escalation.notify', { escalation: { notify: ['everybody'], raisePriority: false, reassign: false } }],
  ])('that are impossible are refused by name: %s', async (field, wrong) => {
    const body = { name: 'Impossible', calendarId, targets: same(HOURS), ...wrong };
    const { status, error } = await admin().call(endpoints.createPolicy, { body });
    expect([status, error.code, Object.keys(error.details)]).toEqual([400, 'request.invalid', [field]]);
  });
});

describe('a preview', () => {
  const preview = (body: object) => admin().call(endpoints.preview, { body: { ...body } });

  it('counts as real deadlines do, across closed time, holidays and pauses', async () => {
    const { body } = await preview({
      calendar: {
        timeZone: 'Europe/Berlin',
        windows: { mon: [['09:00', '17:00']], tue: [['09:00', '17:00']] },
        holidays: [{ date: '2026-03-03', to: '12:00' }],
      },
      startedAt: '2026-03-02T14:00:00Z',
      targetMinutes: 180,
      pauses: [{ from: '2026-03-02T15:00:00Z', to: '2026-03-02T15:30:00Z' }],
    });
    expect(body).toEqual({
      dueAt: '2026-03-03T12:30:00.000Z',
      intervals: [
        { from: '2026-03-02T14:00:00.000Z', to: '2026-03-02T15:00:00.000Z', kind: 'counted' },
        { from: '2026-03-02T15:00:00.000Z', to: '2026-03-02T15:30:00.000Z', kind: 'paused' },
        { from: '2026-03-02T15:30:00.000Z', to: '2026-03-02T16:00:00.000Z', kind: 'counted' },
        { from: '2026-03-02T16:00:00.000Z', to: '2026-03-03T08:00:00.000Z', kind: 'closed' },
        { from: '2026-03-03T08:00:00.000Z', to: '2026-03-03T11:00:00.000Z', kind: 'holiday' },
        { from: '2026-03-03T11:00:00.000Z', to: '2026-03-03T12:30:00.000Z', kind: 'counted' },
      ],
    });
  });

  it.each([
    ['targetMinutes', { targetMinutes: 0 }],
    ['startedAt', { startedAt: 'tomorrow' }],
    ['pauses.0.to', { pauses: [{ from: '2026-03-02T15:00:00Z', to: '2026-03-02T15:00:00Z' }] }],
    ['calendar.windows', { calendar: { ...CALENDAR, windows: { mon: [] } } }],
  ])('of something impossible is refused by name: %s', async (field, wrong) => {
    const body = { calendar: CALENDAR, startedAt: '2026-03-02T14:00:00Z', targetMinutes: 60, ...wrong };
    const { status, error } = await preview(body);
    expect([status, Object.keys(error.details)]).toEqual([400, [field]]);
  });
});
