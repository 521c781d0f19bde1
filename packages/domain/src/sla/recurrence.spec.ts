import ICAL from 'ical.js';
import { Effort } from './effort.js';
import { dateOf, dayOf } from './local-time.js';
import { dayRuleOf, daysOf } from './recurrence.js';

const day = (date: string) => dayOf(date) as number;

function dates(rule: string, first: string, to: string, from = first): string[] {
  const days = dayRuleOf(ICAL.Recur.fromString(rule));
  if (!days) return ['refused'];
  return daysOf(days, { first: day(first), from: day(from), to: day(to) }, new Effort()).map(dateOf);
}

describe('daysOf', () => {
  it('follows the day of the year, and leaves out years without it', () => {
    expect(dates('FREQ=YEARLY', '2024-02-29', '2032-12-31')).toEqual(['2028-02-29', '2032-02-29']);
    expect(dates('FREQ=YEARLY;INTERVAL=2;BYMONTH=5;BYMONTHDAY=1', '2024-05-01', '2029-12-31')).toEqual([
      '2026-05-01',
      '2028-05-01',
    ]);
  });

  it('follows weekdays by their place, from either end, however that is written', () => {
    const lastMonday = ['2026-05-25', '2027-05-31'];
    expect(dates('FREQ=YEARLY;BYMONTH=5;BYDAY=-1MO', '2025-05-26', '2027-12-31')).toEqual(lastMonday);
    expect(dates('FREQ=YEARLY;BYMONTH=5;BYDAY=MO;BYSETPOS=-1', '2025-05-26', '2027-12-31')).toEqual(lastMonday);
    expect(dates('FREQ=MONTHLY;BYDAY=2TU', '2026-01-13', '2026-03-31')).toEqual(['2026-02-10', '2026-03-10']);
    expect(dates('FREQ=MONTHLY;BYDAY=5FR', '2026-01-30', '2026-07-31')).toEqual(['2026-05-29', '2026-07-31']);
    expect(dates('FREQ=YEARLY;BYDAY=1MO', '2026-01-05', '2028-12-31')).toEqual(['2027-01-04', '2028-01-03']);
    expect(dates('FREQ=YEARLY;BYDAY=-1FR', '2026-12-25', '2027-12-31')).toEqual(['2027-12-31']);
  });

  it('follows days of the month, from either end, and both conditions at once', () => {
    expect(dates('FREQ=MONTHLY;BYMONTHDAY=-1', '2026-01-31', '2026-04-30')).toEqual([
      '2026-02-28',
      '2026-03-31',
      '2026-04-30',
    ]);
    expect(dates('FREQ=MONTHLY', '2026-01-31', '2026-05-31')).toEqual(['2026-03-31', '2026-05-31']);
    expect(dates('FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13', '2026-02-13', '2026-12-31')).toEqual([
      '2026-03-13',
      '2026-11-13',
    ]);
  });

  it('follows weeks, which begin on Monday', () => {
    expect(dates('FREQ=WEEKLY;INTERVAL=2', '2026-01-07', '2026-02-04')).toEqual(['2026-01-21', '2026-02-04']);
    expect(dates('FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SU', '2026-01-05', '2026-01-25')).toEqual([
      '2026-01-11',
      '2026-01-19',
      '2026-01-25',
    ]);
    expect(dates('FREQ=DAILY;INTERVAL=10', '2026-01-01', '2026-01-31')).toEqual([
      '2026-01-11',
      '2026-01-21',
      '2026-01-31',
    ]);
  });

  it('counts from the first day, also those before what is asked for', () => {
    expect(dates('FREQ=YEARLY;COUNT=3', '2024-05-01', '2030-12-31')).toEqual(['2025-05-01', '2026-05-01']);
    expect(dates('FREQ=YEARLY;COUNT=3', '2024-05-01', '2030-12-31', '2026-01-01')).toEqual(['2026-05-01']);
    expect(dates('FREQ=DAILY;COUNT=1', '2024-05-01', '2030-12-31')).toEqual([]);
  });

  it('begins where it is asked to without walking there', () => {
    expect(dates('FREQ=YEARLY', '1000-12-25', '2026-12-31', '2026-01-01')).toEqual(['2026-12-25']);
  });
});

it('dayRuleOf refuses what it would misread', () => {
  for (const rule of ['FREQ=HOURLY', 'FREQ=YEARLY;BYWEEKNO=20', 'FREQ=YEARLY;BYYEARDAY=1', 'FREQ=DAILY;BYHOUR=9']) {
    expect(dates(rule, '2026-01-01', '2026-12-31')).toEqual(['refused']);
  }
  expect(dates('FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=1', '2026-01-01', '2026-12-31')).toEqual(['refused']);
});
