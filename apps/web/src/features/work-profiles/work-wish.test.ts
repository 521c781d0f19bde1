import type { WorkProfileResponse } from '@baton/contracts/work-profiles/work-profiles.response';
import { absenceAhead, loadWords, standingWords } from './standing-words';
import { profileOf, type WorkWish, wishOf, workProblems } from './work-wish';

const profile = (more: Partial<WorkProfileResponse> = {}): WorkProfileResponse => ({
  person: { id: 'dana', name: 'Dana Haddad', role: 'coordinator', avatarUrl: null },
  teamIds: [],
  skills: [],
  capacity: 6,
  active: 2,
  hours: null,
  absences: [],
  availability: 'online',
  availabilitySource: 'manual',
  availabilitySince: '2026-11-20T09:10:00.000Z',
  onShift: true,
  absent: false,
  ...more,
});
const wish = (more: Partial<WorkWish> = {}): WorkWish => ({ ...wishOf(profile(), 'Europe/Berlin'), ...more });
const now = new Date('2026-11-20T12:00:00Z');

test('what is not changed is sent as it was', () => {
  const { capacity, skills, hours, absences } = profile();
  expect(profileOf(wish())).toEqual({ capacity, skills, hours, absences });
});

test('hours that do not apply are not sent, and nobody is asked to mend them', () => {
  const broken = wish({ isFixed: false, hours: { timeZone: 'Nowhere', windows: {} } });
  expect(workProblems(broken)).toEqual([]);
  expect(profileOf(broken).hours).toBeNull();
});

test.each([
  [wish({ capacity: '-1' }), ['capacity']],
  [wish({ capacity: '101' }), ['capacity']],
  [wish({ capacity: '' }), ['capacity']],
  [wish({ isFixed: true, hours: { timeZone: 'Nowhere', windows: {} } }), ['hours.timeZone', 'hours.windows']],
  [
    wish({ isFixed: true, hours: { timeZone: 'UTC', windows: { mon: [['09:00', '09:00']] } } }),
    ['hours.windows.mon[0]'],
  ],
  [wish({ absences: [{ from: '2026-12-24', to: '2026-12-23' }] }), ['absences.0.to']],
  [wish({ absences: [{ from: '', to: '2026-12-23' }] }), ['absences.0.from']],
])('names the field that cannot be', (wanted, paths) => {
  expect(workProblems(wanted).map(({ path }) => path)).toEqual(paths);
});

test.each([
  [profile(), 'Online'],
  [profile({ onShift: false }), 'Online · off shift now'],
  [profile({ availability: 'away' }), 'Away since 09:10'],
  [profile({ absent: true, absences: [{ from: '2026-11-19', to: '2026-11-24' }] }), 'Absent until 24 Nov'],
  [profile({ absent: true, absences: [{ from: '2026-11-20', to: '2026-11-20' }] }), 'Absent today'],
])('says how somebody stands', (who, words) => {
  expect(standingWords(who, now, 'UTC')).toBe(words);
});

test('says how much somebody holds, and when they are away next', () => {
  expect([profile(), profile({ active: 6 }), profile({ active: 7 }), profile({ capacity: 0 })].map(loadWords)).toEqual([
    '2 of 6',
    '6 of 6, full',
    '7 of 6, above capacity',
    '2 held, gets none by itself',
  ]);
  expect(absenceAhead(profile({ absences: [{ from: '2026-12-24', to: '2026-12-31' }] }), now, 'UTC')).toBe(
    'Absent 24 Dec – 31 Dec',
  );
  expect(absenceAhead(profile(), now, 'UTC')).toBeNull();
});
