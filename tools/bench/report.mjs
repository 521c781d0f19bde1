const number = (value, digits = 2) => (value === undefined || Number.isNaN(value) ? '' : value.toFixed(digits));

const met = ({ value, target, atLeast = false }) =>
  target === undefined ? '' : (atLeast ? value >= target : value <= target) ? 'yes' : 'no';

const COLUMNS = [
  ['case', ({ name }) => name],
  ['value', ({ value, unit, digits, failed }) => (failed ? 'failed' : `${number(value, digits)} ${unit}`)],
  ['target', ({ target, atLeast }) => (target === undefined ? '' : `${atLeast ? '≥' : '≤'} ${target}`)],
  ['met', met],
  ['limit CPU ms', ({ limit }) => number(limit?.cpu)],
  ['Baton CPU ms', ({ product }) => number(product?.cpu)],
  ['of it Node', ({ product }) => number(product?.app)],
  ['PostgreSQL', ({ product }) => number(product?.database)],
  ['p50 ms', ({ product }) => number(product?.p50, 1)],
  ['p99 ms', ({ product }) => number(product?.p99, 1)],
  ['limit p50', ({ limit }) => number(limit?.p50, 1)],
  ['limit p99', ({ limit }) => number(limit?.p99, 1)],
];

/** The results as a Markdown table. */
export function tableOf(results) {
  const rows = [COLUMNS.map(([title]) => title), COLUMNS.map(() => '---')];
  for (const result of results) rows.push(COLUMNS.map(([, cell]) => cell(result)));
  return rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
