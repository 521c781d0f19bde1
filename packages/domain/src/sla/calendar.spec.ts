import { calendarProblems } from './calendar.js';

const week = { mon: [['09:00', '17:00']] };
const calendar = (changes: object) => ({ timeZone: 'Europe/Berlin', windows: week, holidays: [], ...changes });
const problems = (changes: object) => calendarProblems(calendar(changes)).map(({ path, code }) => `${path} ${code}`);
const windows = (...mon: unknown[]) => problems({ windows: { mon } });
const holiday = (value: unknown) => problems({ holidays: [{ date: '2026-05-01' }, value] });

describe('calendarProblems', () => {
  it('finds none in what the calendar allows', () => {
    expect(windows(['00:00', '24:00'])).toEqual([]);
    expect(windows(['22:00', '02:00'], ['22:00', '00:00'], ['09:00', '12:00'], ['12:00', '17:00'])).toEqual([]);
    // Open is open, however often it is said.
    expect(windows(['09:00', '17:00'], ['16:00', '20:00'])).toEqual([]);
    expect(problems({ windows: { mon: [], sun: [['09:00', '10:00']] } })).toEqual([]);
    for (const value of [{ from: '12:00' }, { to: '12:00' }, { from: '12:00', to: '24:00' }, { name: 'Tết' }]) {
      expect(holiday({ date: '2028-02-29', ...value })).toEqual([]);
    }
    for (const timeZone of ['UTC', 'Asia/Kathmandu', 'America/Argentina/Ushuaia']) {
      expect(problems({ timeZone })).toEqual([]);
    }
  });

  it('names a window without length, with the field', () => {
    expect(windows(['09:00', '12:00'], ['13:00', '13:00'])).toEqual(['windows.mon[1] equal_ends']);
    expect(windows(['00:00', '00:00'])).toEqual(['windows.mon[0] equal_ends']);
  });

  it('names a calendar that is never open', () => {
    expect(problems({ windows: {} })).toEqual(['windows empty']);
    expect(problems({ windows: { mon: [], tue: [] } })).toEqual(['windows empty']);
  });

  it('names what is no time, weekday, date or zone', () => {
    for (const from of ['24:00', '9:00', '25:00', '09:60', '', null, 9, '09:00:00']) {
      expect(windows([from, '17:00'])).toEqual(['windows.mon[0] time']);
    }
    expect(problems({ windows: { ...week, monday: [] } })).toEqual(['windows.monday weekday']);
    for (const date of ['2026-02-30', '2026-13-01', '26-01-01', '', null]) {
      expect(holiday({ date })).toEqual(['holidays[1].date date']);
    }
    expect(holiday({ date: '2026-05-01', from: '12' })).toEqual(['holidays[1].from time']);
    for (const timeZone of ['Mars/Olympus', '+02:00', '', null, undefined, 3, 'Europe/Berlin\n']) {
      expect(problems({ timeZone })).toEqual(['timeZone time_zone']);
    }
  });

  it('names a holiday that ends before it begins', () => {
    expect(holiday({ date: '2026-05-01', from: '12:00', to: '12:00' })).toEqual(['holidays[1].to order']);
    expect(holiday({ date: '2026-05-01', from: '14:00', to: '12:00' })).toEqual(['holidays[1].to order']);
    expect(holiday({ date: '2026-05-01', from: '24:00' })).toEqual(['holidays[1].to order']);
    expect(holiday({ date: '2026-05-01', to: '00:00' })).toEqual(['holidays[1].to order']);
  });

  it('names another shape than it expects, wherever that is', () => {
    expect(calendarProblems(null)).toEqual([{ path: '', code: 'type' }]);
    expect(calendarProblems([])).toEqual([{ path: '', code: 'type' }]);
    expect(problems({ windows: [] })).toEqual(['windows type']);
    expect(problems({ windows: { mon: 'always' } })).toEqual(['windows.mon type']);
    expect(windows('09:00-17:00', ['09:00'])).toEqual(['windows.mon[0] type', 'windows.mon[1] type']);
    expect(problems({ holidays: undefined })).toEqual(['holidays type']);
    expect(holiday('2026-05-01')).toEqual(['holidays[1] type']);
    expect(holiday({ date: '2026-05-01', name: 4 })).toEqual(['holidays[1].name type']);
  });
});
