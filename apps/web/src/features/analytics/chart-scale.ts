import type { DayResponse, FigureResponse } from '@baton/contracts/analytics/analytics.response';

/** More bars than this cannot be told apart. */
const MOST_BARS = 100;
const WEEK = 7;

/** One number over several days, with the list of exactly their tickets. */
function sum(figures: readonly FigureResponse[], end: string): FigureResponse {
  const [first, last] = [figures[0], figures.at(-1)].map((figure) => new URLSearchParams(figure?.filter));
  const until = last?.get(end);
  if (until) first?.set(end, until);
  const tickets = figures.reduce((before, figure) => before + figure.tickets, 0);
  return { value: tickets, tickets, filter: first?.toString() ?? '' };
}

/** Long periods by the week. A backlog is what is left at the week's end. */
export function toBars(days: readonly DayResponse[]): DayResponse[] {
  if (days.length <= MOST_BARS) return [...days];
  const weeks: DayResponse[] = [];
  for (let start = 0; start < days.length; start += WEEK) {
    const week = days.slice(start, start + WEEK);
    const [first, last] = [week[0] as DayResponse, week.at(-1) as DayResponse];
    weeks.push({
      from: first.from,
      to: last.to,
      created: sum(
        week.map((day) => day.created),
        'createdBefore',
      ),
      resolved: sum(
        week.map((day) => day.resolved),
        'resolvedBefore',
      ),
      backlog: last.backlog,
    });
  }
  return weeks;
}

/** Round steps from 0 to at least the highest value: 1, 2 or 5 times a power of ten. Never fewer than two. */
export function ticks(highest: number, most = 4): number[] {
  const rough = Math.max(highest, 1) / most;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, [1, 2, 5, 10].map((factor) => factor * power).find((each) => each >= rough) ?? 1);
  const count = Math.max(1, Math.ceil(highest / step));
  return Array.from({ length: count + 1 }, (_, index) => index * step);
}

/** Which of many labels have room: the first, the last, and evenly some between. */
export function labelled(count: number, most = 5): Set<number> {
  if (count <= most) return new Set(Array.from({ length: count }, (_, index) => index));
  return new Set(Array.from({ length: most }, (_, index) => Math.round((index * (count - 1)) / (most - 1))));
}
