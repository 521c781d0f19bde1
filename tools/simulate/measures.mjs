/** What a run says about its mode. Only tickets after the warm-up count. */
const MINUTE = 60_000;

/** The measures in the order of the report. `better`: which way is good; `digits` after the point. */
export const MEASURES = [
  { key: 'mean', title: 'mean min', better: 'less', digits: 1 },
  { key: 'p95', title: 'p95 min', better: 'less', digits: 1 },
  { key: 'sla', title: 'SLA %', better: 'more', digits: 2 },
  { key: 'urgentSla', title: 'urgent SLA %', better: 'more', digits: 2 },
  { key: 'jain', title: 'Jain', better: 'more', digits: 4 },
  { key: 'busy', title: 'busy %', better: 'less', digits: 1 },
  { key: 'handovers', title: 'hand-overs/100', better: 'less', digits: 1 },
  { key: 'takeOvers', title: 'take-overs/100', better: 'less', digits: 1 },
];

export function measure({ tickets, people, minutes }, { warmUp }) {
  const measured = tickets.slice(warmUp);
  const times = measured.map(({ at, resolvedAt }) => (resolvedAt - at) / MINUTE).sort((a, b) => a - b);
  const busy = people.map(({ busyMinutes }) => busyMinutes);
  return {
    mean: mean(times),
    p95: times[Math.ceil(times.length * 0.95) - 1],
    sla: kept(measured),
    urgentSla: kept(measured.filter(({ priority }) => priority === 'urgent')),
    jain: jain(busy),
    busy: (100 * mean(busy)) / minutes,
    handovers: 100 * mean(measured.map(({ handovers }) => handovers)),
    takeOvers: 100 * mean(measured.map(({ takeOvers }) => takeOvers)),
  };
}

export const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Half the width of the interval that holds the true mean in 95 of 100 cases. */
export function uncertainty(values) {
  if (values.length < 2) return null;
  const middle = mean(values);
  const variance = values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / (values.length - 1);
  return 1.96 * Math.sqrt(variance / values.length);
}

/** Per cent of the promised tickets that were resolved in time. */
function kept(tickets) {
  const promised = tickets.filter(({ dueAt }) => dueAt !== null);
  return 100 * mean(promised.map(({ dueAt, resolvedAt }) => (resolvedAt <= dueAt ? 1 : 0)));
}

/** Jain's index of the minutes people were busy: 1 when all were equally, 1/n when one had it all. */
const jain = (minutes) => mean(minutes) ** 2 / mean(minutes.map((each) => each ** 2));
