/** Means over the seeds, and how they compare with the baseline seed by seed: the same tickets, the same luck. */
import { MEASURES, mean, uncertainty } from './measures.mjs';

/** @returns per mode and measure `{mean, ±, ratio, difference}`, the latter two paired with the baseline */
export function summaryOf({ modes, baseline }, runs) {
  return Object.fromEntries(
    modes.map(({ name }) => [
      name,
      Object.fromEntries(MEASURES.map(({ key }) => [key, compared(runs, name, baseline, key)])),
    ]),
  );
}

function compared(runs, name, baseline, key) {
  const values = runs.map(({ results }) => results[name][key]);
  const others = runs.map(({ results }) => results[baseline][key]);
  const differences = values.map((value, place) => value - others[place]);
  return {
    mean: mean(values),
    uncertainty: uncertainty(values),
    ratio: mean(values) / mean(others),
    difference: mean(differences),
    differenceUncertainty: uncertainty(differences),
  };
}

const SHARES = ['sla', 'urgentSla', 'jain', 'busy'];

export function tableOf({ people, skills, tickets, baseline }, seeds, summary) {
  const header = ['mode', ...MEASURES.map(({ title }) => title)];
  const rows = Object.entries(summary).flatMap(([name, measures]) => [
    [name, ...MEASURES.map(({ key, digits }) => withUncertainty(measures[key], digits))],
    ...(name === baseline ? [] : [[`  to ${baseline}`, ...MEASURES.map((measure) => relation(measure, measures))]]),
  ]);
  const title = `${people.count} people, ${skills.count} skills, load ${tickets.load}, ${tickets.count} tickets, seeds ${seeds[0]}–${seeds.at(-1)}`;
  return [title, ...aligned([header, ...rows])].join('\n');
}

const withUncertainty = ({ mean: value, uncertainty: half }, digits) =>
  value.toFixed(digits) + (half === null ? '' : ` ±${half.toFixed(digits)}`);

/** Shares are compared by their difference, times and counts by their ratio. */
function relation({ key, digits }, { [key]: { ratio, difference } }) {
  if (SHARES.includes(key)) return `${difference < 0 ? '−' : '+'}${Math.abs(difference).toFixed(digits)}`;
  return Number.isFinite(ratio) ? `${ratio.toFixed(2)}×` : '';
}

function aligned(rows) {
  const widths = rows[0].map((_cell, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows.map((row) =>
    row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column]))).join('  '),
  );
}
