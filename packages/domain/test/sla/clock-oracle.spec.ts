import { calendarProblems } from '../../src/sla/calendar.js';
import { dueAt, elapsed, intervals } from '../../src/sla/clock.js';
import { compileCalendar } from '../../src/sla/compiled-calendar.js';
import { clockChanges, kindsOf, oracleDueAt, oracleElapsed, type ShownTime, watchClock } from './minute-oracle.js';
import { type History, RandomHistories, randomFrom } from './random-histories.js';

/**
 * Deadlines against the minute-by-minute oracle. `SLA_CASES=1000000 SLA_SEED=7` for others than the suite's.
 */
const CASES = Number(process.env.SLA_CASES ?? 100_000);
const SEED = Number(process.env.SLA_SEED ?? 20_261_121);

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
const WATCHED_DAYS = 40;

/** Half hours, quarter hours, two hours, negative summer time, changes at midnight, a day that never was. */
const YEARS: Record<string, number> = {
  UTC: 2026,
  'Europe/Berlin': 2026,
  'Europe/Dublin': 2026,
  'America/New_York': 2026,
  'America/St_Johns': 2026,
  'America/Havana': 2026,
  'America/Sao_Paulo': 2018,
  'Africa/Casablanca': 2026,
  'Africa/Cairo': 2026,
  'Asia/Beirut': 2026,
  'Asia/Kathmandu': 2026,
  'Asia/Gaza': 2026,
  'Australia/Lord_Howe': 2026,
  'Pacific/Chatham': 2026,
  'Pacific/Apia': 2011,
  'Antarctica/Troll': 2026,
};

interface Watched {
  shown: ShownTime;
  edge: number;
}

/** Both changes of a zone's year, or two pieces of one that has none. */
function watched(timeZone: string, year: number): Watched[] {
  const changes = clockChanges(timeZone, Date.UTC(year, 0, 25, 12), Date.UTC(year, 11, 31, 12));
  const edges =
    changes.length > 1 ? [changes[0], changes.at(-1)] : [...changes, Date.UTC(year, 5, 30), Date.UTC(year, 11, 28)];
  return (edges as number[]).slice(0, 2).map((edge) => {
    const from = Math.floor(edge / DAY) * DAY - 12 * DAY;
    return { shown: watchClock(timeZone, from, WATCHED_DAYS), edge };
  });
}

/** What the product says otherwise than the oracle, in words; nothing when they agree. */
function difference({ calendar, startedAt, targetMinutes, pauses }: History, { shown }: Watched, until: number) {
  const compiled = compileCalendar(calendar);
  const kindAt = kindsOf(shown, calendar, pauses);
  const end = shown.from + shown.minutes * MINUTE;

  const due = dueAt(compiled, startedAt, targetMinutes, pauses);
  const expected = oracleDueAt(shown, kindAt, startedAt, targetMinutes);
  if (expected === null ? due !== null && due <= end : due !== expected) return `due ${due}, not ${expected}`;

  const counted = elapsed(compiled, startedAt, until, pauses) / MINUTE;
  const minutes = oracleElapsed(shown, kindAt, startedAt, until);
  return counted === minutes ? null : `${counted} counted until ${until}, not ${minutes}`;
}

describe('the clock against a minute-by-minute oracle', () => {
  const histories = new RandomHistories(randomFrom(SEED));
  let all: Watched[];

  beforeAll(() => {
    all = Object.entries(YEARS).flatMap(([timeZone, year]) => watched(timeZone, year));
  });

  it(`finds the same deadline and the same counted time in ${CASES} random histories`, () => {
    const differences: string[] = [];
    for (let index = 0; index < CASES && differences.length < 5; index++) {
      const place = histories.pick(all);
      const history = histories.next(place.shown, place.edge);
      const until = Math.min(
        history.startedAt + histories.below(histories.pick([600, 4000, 14_400])) * MINUTE,
        place.shown.from + place.shown.minutes * MINUTE,
      );
      const found = difference(history, place, until);
      if (found) differences.push(`#${index} ${found}: ${JSON.stringify(history)}`);
    }
    expect(differences).toEqual([]);
  }, 600_000);

  it('says of every minute what the oracle says', () => {
    for (let index = 0; index < CASES / 100; index++) {
      const { shown, edge } = histories.pick(all);
      const { calendar, startedAt, pauses } = histories.next(shown, edge);
      expect(calendarProblems(calendar)).toEqual([]);
      const kindAt = kindsOf(shown, calendar, pauses);
      const until = shown.from + shown.minutes * MINUTE;
      let at = startedAt;
      for (const { from, to, kind } of intervals(compileCalendar(calendar), startedAt, until, pauses)) {
        if (from !== at || to <= from) throw new Error(`A gap at ${at}: ${JSON.stringify(calendar)}`);
        for (; at < to; at += MINUTE) {
          const expected = kindAt((at - shown.from) / MINUTE);
          if (kind !== expected) throw new Error(`${at} is ${expected}, not ${kind}: ${JSON.stringify(calendar)}`);
        }
      }
      expect(at).toBe(until);
    }
  }, 600_000);
});
