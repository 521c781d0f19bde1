import { WEEKDAYS } from './calendar.js';
import { type CurrentTerms, type KeptClock, keepUp, shownPromise } from './clock-upkeep.js';
import { CompiledCalendar } from './compiled-calendar.js';
import { MINUTE_MS } from './local-time.js';
import type { SlaFact } from './ticket-clocks.js';

const always = new CompiledCalendar({
  timeZone: 'UTC',
  windows: Object.fromEntries(WEEKDAYS.map((day) => [day, [['00:00', '24:00']]])),
  holidays: [],
});
const START = Date.parse('2026-03-02T09:00:00Z');
const minute = (n: number): number => START + n * MINUTE_MS;
const terms = (targetMinutes: number, since = START - 1): CurrentTerms => ({
  ...{ policyId: 'p', policyName: 'Standard', calendarId: 'c', calendarVersion: 1 },
  ...{ targetMinutes, warnings: [75, 90], since },
});
const created: SlaFact = { at: START, kind: 'created' };
const replied = (n: number): SlaFact => ({ at: minute(n), kind: 'desk_reply' });

/** A look at a first response of `target` minutes. */
function look(now: number, kept: readonly KeptClock[], { target = 100 as number | null, facts = [created] } = {}) {
  const upkeep = keepUp({
    history: facts,
    kept,
    termsOf: (metric) => (metric === 'first_response' && target !== null ? terms(target) : null),
    calendarOf: () => always,
    now: minute(now),
  });
  const said = upkeep.news.map((news) => (news.kind === 'warning' ? news.percent : news.kind));
  return { ...upkeep, said, first: upkeep.clocks[0] as KeptClock };
}

it('tells each thing once, however often it looks', () => {
  let kept: readonly KeptClock[] = [];
  const told = [0, 74, 75, 76, 90, 99, 100, 101, 500].map((now) => {
    const { clocks, said } = look(now, kept);
    kept = clocks;
    return said;
  });
  expect(told).toEqual([[], [], [75], [], [90], [], ['breached'], [], []]);
  expect(look(600, kept).changed).toEqual([]);
});

it('says when to look again', () => {
  const at = (now: number) => look(now, []).first.nextAt;
  expect([at(0), at(80), at(95), at(100)]).toEqual([minute(75), minute(90), minute(100), null]);
});

it('after a sleep tells all of it, and that the breach overtook the warnings', () => {
  const { news, first } = look(1000, []);
  expect(news.map((each) => (each.kind === 'warning' ? [each.percent, each.isOvertaken] : each.kind))).toEqual([
    [75, true],
    [90, true],
    'breached',
  ]);
  expect(first).toMatchObject({ breachedAt: minute(100), said: 100, nextAt: null });
});

it('breaks no promise that was kept before anybody looked, and does break one that was not', () => {
  const { clocks } = look(0, []);
  expect(look(500, clocks, { facts: [created, replied(100)] }).said).toEqual([]);
  expect(look(500, clocks, { facts: [created, replied(101)] }).said).toEqual(['breached']);
});

it('keeps start and breach when the target changes, and looks again when the new deadline comes', () => {
  const broken = look(100, look(0, []).clocks).clocks;
  const { said, first } = look(110, broken, { target: 200 });
  expect(said).toEqual(['target_changed']);
  expect(first).toMatchObject({ startedAt: START, breachedAt: minute(100), dueAt: minute(200), nextAt: minute(200) });
  const later = look(200, [first], { target: 200 });
  expect(later.said).toEqual([]);
  expect(shownPromise(later.clocks, minute(200))?.state).toBe('overdue');
});

it('leaves an ended clock what it was promised', () => {
  const ended = look(50, look(0, []).clocks, { facts: [created, replied(40)] }).clocks;
  const { changed, first } = look(60, ended, { target: 10, facts: [created, replied(40)] });
  expect([changed, first.terms?.targetMinutes]).toEqual([[], 100]);
});

it('promises nothing backwards: what ended unseen before the policy has a clock without terms', () => {
  const facts = [created, replied(40)];
  const since = (n: number) =>
    keepUp({
      history: facts,
      kept: [],
      termsOf: () => terms(10, minute(n)),
      calendarOf: () => always,
      now: minute(60),
    });
  expect(since(50).clocks[0]?.terms).toBeNull();
  expect(since(30).clocks[0]?.breachedAt).toBe(minute(10));
});

it('takes up a promise that is made later, from the start of the clock', () => {
  const bare = look(0, [], { target: null }).clocks;
  expect(bare[0]).toMatchObject({ terms: null, dueAt: null, nextAt: null });
  const { said, first } = look(50, bare);
  expect(said).toEqual(['target_changed']);
  expect(first.dueAt).toBe(minute(100));
});
