import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

/** Rounds of each side, how long one takes, how many tickets change at random, and how many inputs a browser is given. */
const PACE = { rounds: 5, seconds: 3, changes: 100_000, inputs: 60 };
const QUICK = { rounds: 3, seconds: 2, changes: 4000, inputs: 20 };

/** @returns the sizes in ascending order, the pace, and which cases to run (all when empty) */
export function readOptions(args) {
  const { values } = parseArgs({
    args,
    options: {
      sizes: { type: 'string', default: '100,50000,1000000' },
      only: { type: 'string', default: '' },
      quick: { type: 'boolean', default: false },
      data: { type: 'string', default: join(tmpdir(), 'baton-bench') },
      json: { type: 'string' },
    },
  });
  const all = values.sizes
    .split(',')
    .map(Number)
    .sort((a, b) => a - b);
  const dataDir = resolve(values.data);
  return {
    sizes: { all, middle: all[Math.floor((all.length - 1) / 2 + 0.5)], largest: all.at(-1) },
    only: values.only.split(',').filter(Boolean),
    pace: values.quick ? QUICK : PACE,
    dataDir,
    json: resolve(values.json ?? join(dataDir, 'results.json')),
  };
}
