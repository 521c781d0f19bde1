import { PRIORITIES, type Priority } from '../tickets/ticket-priority.js';
import { BackTest, outcomeOf, type PastTicket, type SlaRules, termsUnder } from './back-test.js';
import { compileCalendar } from './compiled-calendar.js';
import { SLA_METRICS, type SlaPolicy } from './policy.js';
import { type SlaFact, ticketClocks } from './ticket-clocks.js';

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
const START = Date.UTC(2026, 0, 5, 9);
const day = [['09:00', '17:00']] as const;
const calendars = new Map([
  [
    'berlin',
    compileCalendar({
      timeZone: 'Europe/Berlin',
      windows: { mon: day, tue: day, wed: day, thu: day, fri: day },
      holidays: [{ date: '2026-01-06' }],
    }),
  ],
]);

type Rule = SlaRules['policies'][number];
const policy = (firstResponse: number, resolution: number, conditions: SlaPolicy['conditions'] = {}): Rule => ({
  enabled: true,
  conditions,
  calendarId: 'berlin',
  targets: Object.fromEntries(
    PRIORITIES.map((priority) => [priority, { firstResponse, nextResponse: 60, resolution }]),
  ) as SlaPolicy['targets'],
});
const rules = (...policies: Rule[]): SlaRules => ({ policies, calendars });

const ticket = (id: string, priority: Priority, ...history: SlaFact[]): PastTicket => ({
  id,
  facts: { priority, categoryPath: [], teamId: null, requesterId: 'minh' },
  history: [{ at: START, kind: 'created' }, ...history],
});
const reply = (minute: number): SlaFact => ({ at: START + minute * MINUTE, kind: 'desk_reply' });
const ask = (minute: number): SlaFact => ({ at: START + minute * MINUTE, kind: 'requester_message' });
const resolve = (minute: number): SlaFact => ({ at: START + minute * MINUTE, kind: 'status', status: 'resolved' });
const LATER = START + 30 * DAY;

function compared(before: SlaRules, after: SlaRules, ...tickets: PastTicket[]) {
  const test = new BackTest(before, after, LATER);
  for (const one of tickets) test.add(one);
  return test.summary();
}

describe('BackTest', () => {
  it('counts what each set of rules would have made of the same tickets', () => {
    const tickets = [
      ticket('a', 'high', reply(20), resolve(100)),
      ticket('b', 'high', reply(40), resolve(300)),
      ticket('c', 'low', reply(10)),
    ];
    const { metrics, changedTickets, examples } = compared(rules(policy(60, 480)), rules(policy(30, 200)), ...tickets);
    expect(metrics.first_response).toMatchObject({
      before: { total: 3, met: 3, breached: 0 },
      after: { total: 3, met: 2, breached: 1 },
    });
    expect(metrics.resolution.byPriority.high).toEqual({
      before: { total: 2, met: 2, breached: 0 },
      after: { total: 2, met: 1, breached: 1 },
    });
    expect(metrics.resolution.byPriority.low.before).toEqual({ total: 1, met: 0, breached: 1 });
    expect(changedTickets).toBe(1);
    expect(examples).toEqual([
      { ticketId: 'b', priority: 'high', metric: 'first_response', cycle: 1, before: 'met', after: 'breached' },
    ]);
  });

  it('says when something would be promised, or would not be any longer', () => {
    const urgent = policy(60, 480, { priorities: ['urgent'] });
    const one = ticket('a', 'low', reply(20), resolve(100));
    const gained = compared(rules(urgent), rules(policy(60, 480)), one);
    expect(gained.examples[0]).toMatchObject({ metric: 'first_response', before: null, after: 'met' });
    expect(gained.metrics.first_response.before.total).toBe(0);
    expect(compared(rules(policy(60, 480)), rules(), one).examples[0]).toMatchObject({ before: 'met', after: null });
  });

  it('leaves out what was cancelled in time and counts what still runs as neither', () => {
    const cancelled = ticket('a', 'low', resolve(10));
    const { metrics } = compared(rules(policy(60, 480)), rules(policy(60, 60_000)), cancelled, ticket('b', 'low'));
    expect(metrics.first_response.before).toEqual({ total: 1, met: 0, breached: 1 });
    expect(metrics.resolution.after).toEqual({ total: 2, met: 1, breached: 0 });
  });

  it('gives twenty examples at most and counts them all', () => {
    const many = Array.from({ length: 30 }, (_, index) => ticket(`t${index}`, 'low', reply(40)));
    const { changedTickets, examples } = compared(rules(policy(60, 480)), rules(policy(30, 480)), ...many);
    expect([changedTickets, examples.length]).toEqual([30, 20]);
  });

  it('promises nothing by a calendar that is not there', () => {
    const lost = { policies: [{ ...policy(60, 480), calendarId: 'gone' }], calendars };
    expect(compared(lost, lost, ticket('a', 'low')).metrics.resolution.before.total).toBe(0);
  });

  it('equals the replay of every ticket, 100 000 of them in seconds', () => {
    const [before, after] = [rules(policy(60, 480)), rules(policy(30, 960, { priorities: ['high'] }), policy(45, 300))];
    const tickets = Array.from({ length: 100_000 }, (_, index) =>
      ticket(
        `t${index}`,
        PRIORITIES[index % 4] as Priority,
        reply(index % 71),
        ask(80),
        reply(90 + (index % 130)),
        { at: START + 300 * MINUTE, kind: 'status', status: 'waiting' },
        { at: START + (400 + (index % 500)) * MINUTE, kind: 'status', status: 'in_progress' },
        ...(index % 5 ? [resolve(1000 + (index % 3000))] : []),
      ),
    );
    const began = performance.now();
    const { metrics } = compared(before, after, ...tickets);
    const took = performance.now() - began;
    console.log(`100 000 tickets by two sets of rules in ${took.toFixed(0)} ms`);
    expect(took).toBeLessThan(60_000);

    for (const [side, set] of Object.entries({ before, after })) {
      const outcomes = tickets.flatMap(({ facts, history }) =>
        ticketClocks(history, termsUnder(set, facts)).map((clock) => `${clock.metric} ${outcomeOf(clock, LATER)}`),
      );
      for (const metric of SLA_METRICS) {
        for (const outcome of ['met', 'breached'] as const) {
          const replayed = outcomes.filter((one) => one === `${metric} ${outcome}`).length;
          expect(metrics[metric][side as 'before' | 'after'][outcome]).toBe(replayed);
        }
      }
    }
  });
});
