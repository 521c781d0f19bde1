import { holidaysFromIcal } from './ical.js';
import { IcalError } from './ical-error.js';

const YEAR = { from: '2026-01-01', to: '2026-12-31' };

const event = (...lines: string[]) => ['BEGIN:VEVENT', 'UID:1', ...lines, 'END:VEVENT'].join('\r\n');
const file = (...parts: string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//test//EN', ...parts, 'END:VCALENDAR', ''].join('\r\n');
const holidays = (...lines: string[]) => holidaysFromIcal(file(event(...lines)), 'Europe/Berlin', YEAR);
const day = (name: string, start: string, ...lines: string[]) =>
  holidays(`SUMMARY:${name}`, `DTSTART;VALUE=DATE:${start}`, ...lines);
const dates = (found: { date: string }[]) => found.map(({ date }) => date);

function errorOf(text: string) {
  try {
    holidaysFromIcal(text, 'Europe/Berlin', YEAR);
  } catch (error) {
    if (error instanceof IcalError) return { code: error.code, event: error.event };
    throw error;
  }
  return null;
}

describe('holidaysFromIcal', () => {
  it('takes a day as a whole holiday', () => {
    expect(day('Labour Day', '20260501', 'DTEND;VALUE=DATE:20260502')).toEqual([
      { date: '2026-05-01', name: 'Labour Day' },
    ]);
  });

  it('takes an event of several days as that many, and one without an end, or that ends before, as one', () => {
    expect(dates(day('Easter', '20260403', 'DTEND;VALUE=DATE:20260407'))).toEqual([
      '2026-04-03',
      '2026-04-04',
      '2026-04-05',
      '2026-04-06',
    ]);
    expect(dates(day('One', '20260403'))).toEqual(['2026-04-03']);
    expect(dates(day('One', '20260403', 'DTEND;VALUE=DATE:20260403'))).toEqual(['2026-04-03']);
    expect(dates(day('Three', '20260403', 'DURATION:P3D'))).toHaveLength(3);
  });

  it('takes only what falls into the range, also of an event that reaches over its edges', () => {
    expect(dates(day('Turn', '20251230', 'DTEND;VALUE=DATE:20260103'))).toEqual(['2026-01-01', '2026-01-02']);
    expect(dates(day('Turn', '20261230', 'DTEND;VALUE=DATE:20270103'))).toEqual(['2026-12-30', '2026-12-31']);
    expect(day('Past', '20240501')).toEqual([]);
  });

  it('repeats yearly from long ago, by date and by weekday, but not on excluded dates', () => {
    expect(dates(day('Christmas', '19001225', 'RRULE:FREQ=YEARLY'))).toEqual(['2026-12-25']);
    expect(dates(day('Thanksgiving', '19701126', 'RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH'))).toEqual(['2026-11-26']);
    expect(dates(day('Leap', '20240229', 'RRULE:FREQ=YEARLY'))).toEqual([]);
    const monthly = ['RRULE:FREQ=MONTHLY', 'EXDATE;VALUE=DATE:20260205,20260305', 'EXDATE;VALUE=DATE:20261205'];
    expect(dates(day('Fifth', '20200105', ...monthly))).toHaveLength(9);
    expect(dates(day('Ended', '20200105', 'RRULE:FREQ=YEARLY;UNTIL=20250105'))).toEqual([]);
    expect(dates(day('Rdate', '20260105', 'RDATE;VALUE=DATE:20260707'))).toEqual(['2026-01-05', '2026-07-07']);
  });

  it('follows an occurrence that was moved, and leaves out what was cancelled', () => {
    const yearly = event('SUMMARY:Party', 'DTSTART;VALUE=DATE:20250601', 'RRULE:FREQ=YEARLY');
    const change = ['RECURRENCE-ID;VALUE=DATE:20260601', 'DTSTART;VALUE=DATE:20260615'];
    const found = (...more: string[]) => holidaysFromIcal(file(yearly, event(...change, ...more)), 'UTC', YEAR);
    expect(found('SUMMARY:Late party')).toEqual([{ date: '2026-06-15', name: 'Late party' }]);
    expect(found('STATUS:CANCELLED')).toEqual([]);
    expect(day('Off', '20260501', 'STATUS:CANCELLED')).toEqual([]);
  });

  it('takes a timed event as a partial holiday at the wall clock of the calendar', () => {
    const timed = (start: string, end: string) => holidays('SUMMARY:Party', `DTSTART${start}`, `DTEND${end}`);
    const party = { date: '2026-12-24', from: '14:00', to: '18:30', name: 'Party' };
    expect(timed(':20261224T140000', ':20261224T183000')).toEqual([party]);
    expect(timed(':20261224T130000Z', ':20261224T173000Z')).toEqual([party]);
    expect(timed(';TZID=America/New_York:20261224T080000', ';TZID=America/New_York:20261224T123000')).toEqual([party]);
    expect(timed(':20260703T120000', ':20260705T093020')).toEqual([
      { date: '2026-07-03', from: '12:00', name: 'Party' },
      { date: '2026-07-04', name: 'Party' },
      { date: '2026-07-05', to: '09:31', name: 'Party' },
    ]);
    expect(timed(':20261224T140000', ':20261224T140000')).toEqual([]);
  });

  it('repeats a timed event at its own wall clock across both edges of summer time', () => {
    const found = holidays(
      'DTSTART;TZID=America/New_York:20260228T080000',
      'DURATION:PT1H',
      'RRULE:FREQ=WEEKLY;COUNT=6',
    );
    expect(found.map(({ date, from }) => `${date} ${from}`)).toEqual([
      '2026-02-28 14:00',
      '2026-03-07 14:00',
      '2026-03-14 13:00',
      '2026-03-21 13:00',
      '2026-03-28 13:00',
      '2026-04-04 14:00',
    ]);
  });

  it('reads a zone with a name of its own by the rules the file gives, and refuses one without', () => {
    const zone = [
      ...['BEGIN:VTIMEZONE', 'TZID:Tokyo Standard Time', 'BEGIN:STANDARD', 'DTSTART:16010101T000000'],
      ...['TZOFFSETFROM:+0900', 'TZOFFSETTO:+0900', 'END:STANDARD', 'END:VTIMEZONE'],
    ];
    const timed = event('SUMMARY:Call', 'DTSTART;TZID=Tokyo Standard Time:20260701T180000', 'DURATION:PT1H');
    expect(holidaysFromIcal(file(...zone, timed), 'Europe/Berlin', YEAR)).toEqual([
      { date: '2026-07-01', from: '11:00', to: '12:00', name: 'Call' },
    ]);
    expect(errorOf(file(timed))).toEqual({ code: 'unknown_time_zone', event: 'Call' });
    const endless = zone.toSpliced(4, 0, 'RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30');
    expect(errorOf(file(...endless, timed))).toEqual({ code: 'unknown_time_zone', event: 'Call' });
  });

  it('reads other alphabets, folded lines, escapes, bare line feeds and a byte order mark', () => {
    const text = file(event('SUMMARY:Tết Nguyên Đán 🎉\\, ', ' năm mới; 元日', 'DTSTART;VALUE=DATE:20260217'));
    const expected = [{ date: '2026-02-17', name: 'Tết Nguyên Đán 🎉, năm mới; 元日' }];
    expect(holidaysFromIcal(text, 'Asia/Ho_Chi_Minh', YEAR)).toEqual(expected);
    expect(holidaysFromIcal(`\uFEFF${text.replaceAll('\r\n', '\n')}`, 'Asia/Ho_Chi_Minh', YEAR)).toEqual(expected);
  });

  it('gives each day once and in order', () => {
    const twice = event('SUMMARY:B', 'DTSTART;VALUE=DATE:20260502');
    const found = holidaysFromIcal(file(twice, event('DTSTART;VALUE=DATE:20260501'), twice), 'UTC', YEAR);
    expect(found).toEqual([{ date: '2026-05-01' }, { date: '2026-05-02', name: 'B' }]);
  });

  it('names what is wrong with a file', () => {
    const whole = file(event('SUMMARY:A', 'DTSTART;VALUE=DATE:20260501'));
    expect(errorOf('')).toEqual({ code: 'not_ical', event: null });
    expect(errorOf('<html>sign in</html>')).toEqual({ code: 'not_ical', event: null });
    expect(errorOf('BEGIN:VCARD\r\nVERSION:4.0\r\nFN:A\r\nEND:VCARD\r\n')).toEqual({ code: 'not_ical', event: null });
    expect(errorOf(whole.slice(0, whole.indexOf('END:VEVENT')))).toEqual({ code: 'not_ical', event: null });
    expect(errorOf(file())).toEqual({ code: 'no_events', event: null });
    expect(errorOf(file(event('SUMMARY:A')))).toEqual({ code: 'broken_event', event: 'A' });
    for (const start of ['soon', '20261399', '20260230']) {
      expect(errorOf(file(event('SUMMARY:A', `DTSTART;VALUE=DATE:${start}`)))).toEqual({
        code: 'broken_event',
        event: 'A',
      });
    }
  });

  it('refuses a rule it would misread, and comes back from one that nothing satisfies', () => {
    const rule = (text: string) => file(event('SUMMARY:A', 'DTSTART:20260101T000000Z', `RRULE:${text}`));
    for (const text of [
      'FREQ=SECONDLY',
      'FREQ=DAILY;BYHOUR=9,17',
      'FREQ=YEARLY;BYWEEKNO=20',
      'FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=1',
    ]) {
      expect(errorOf(rule(text))?.code).toBe('unsupported_rule');
    }
    expect(errorOf(rule('FREQ=NEVER'))?.code).toBe('not_ical');
    expect(errorOf(rule('FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30'))).toBeNull();
    expect(errorOf(rule('FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;COUNT=5'))).toBeNull();
    expect(dates(day('Daily', '16000101', 'RRULE:FREQ=DAILY'))).toHaveLength(365);
  });

  it('moves the occurrence of the event it belongs to, and of no other on that day', () => {
    const of = (uid: string, ...lines: string[]) => ['BEGIN:VEVENT', `UID:${uid}`, ...lines, 'END:VEVENT'].join('\r\n');
    const found = holidaysFromIcal(
      file(
        of('a', 'SUMMARY:Labour Day', 'DTSTART;VALUE=DATE:20250501', 'RRULE:FREQ=YEARLY'),
        of('b', 'SUMMARY:Outing', 'DTSTART;VALUE=DATE:20250501', 'RRULE:FREQ=YEARLY'),
        of('b', 'SUMMARY:Outing', 'RECURRENCE-ID;VALUE=DATE:20260501', 'DTSTART;VALUE=DATE:20260508'),
      ),
      'Europe/Berlin',
      YEAR,
    );
    expect(found).toEqual([
      { date: '2026-05-01', name: 'Labour Day' },
      { date: '2026-05-08', name: 'Outing' },
    ]);
  });

  it('comes back soon from what asks for centuries', () => {
    const never = 'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=5';
    const whole = (...lines: string[]) => event('SUMMARY:A', 'DTSTART;VALUE=DATE:19800101', ...lines);
    const zone = (first: string, rule: string) => [
      ...['BEGIN:VTIMEZONE', 'TZID:Office', 'BEGIN:STANDARD', `DTSTART:${first}T000000`, 'TZOFFSETFROM:+0100'],
      ...['TZOFFSETTO:+0200', `RRULE:${rule}`, 'END:STANDARD', 'END:VTIMEZONE'],
    ];
    const inZone = event('SUMMARY:A', 'DTSTART;TZID=Office:20260101T100000', 'DTEND;TZID=Office:20260101T110000');
    const second = ['RECURRENCE-ID;VALUE=DATE:19810101', 'DTSTART;VALUE=DATE:19810101', 'DURATION:P9999999999D'];
    const moved = event('SUMMARY:A', 'RECURRENCE-ID;VALUE=DATE:20260101', 'DTSTART;VALUE=DATE:20260105');
    const cases: [string, string][] = [
      ['too_many', file(...Array<string>(1500).fill(whole(never)))],
      ['too_many', file(...Array<string>(1500).fill(whole('RRULE:FREQ=DAILY')))],
      ['too_many', file(...Array<string>(900).fill(whole('RRULE:FREQ=YEARLY')), ...Array<string>(900).fill(moved))],
      ['too_many', file(whole(`RDATE;VALUE=DATE:${Array(19_000).fill('20260102').join(',')}`))],
      ['broken_event', file(whole(`DURATION:P${'1'.repeat(100_000)}D`))],
      ['broken_event', file(whole('DURATION:P9999999D', never))],
      ['broken_event', file(whole('RRULE:FREQ=YEARLY'), event('SUMMARY:A', ...second))],
      ['unknown_time_zone', file(...zone('16010101', 'FREQ=YEARLY;BYMONTH=2;BYDAY=MO;BYSETPOS=300'), inZone)],
      ['unknown_time_zone', file(...zone('15000101', 'FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU'), inZone)],
    ];
    for (const [code, text] of cases) expect(errorOf(text)).toEqual({ code, event: 'A' });
    const centuries = { from: '0001-01-01', to: '9999-12-31' };
    expect(() => holidaysFromIcal(file(whole('RRULE:FREQ=DAILY')), 'UTC', centuries)).toThrow('too_many');
  }, 60_000);
});
