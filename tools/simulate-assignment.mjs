/**
 * `npm run simulate:assignment -- --params <file> --seed <n> --seeds <how many from there on> --json`: what each mode of
 * assignment does to the same tickets and people, decided by the functions that the product decides with.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { loadDomain } from './simulate/domain.mjs';
import { measure } from './simulate/measures.mjs';
import { paramsFrom } from './simulate/params.mjs';
import { summaryOf, tableOf } from './simulate/report.mjs';
import { simulate } from './simulate/simulation.mjs';
import { makeWorld } from './simulate/world.mjs';

const { values } = parseArgs({
  options: {
    params: { type: 'string' },
    seed: { type: 'string', default: '1' },
    seeds: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false },
  },
});

const params = paramsFrom(values.params ? JSON.parse(readFileSync(values.params, 'utf8')) : {});
const seeds = Array.from({ length: Number(values.seeds) }, (_seed, place) => Number(values.seed) + place);
const domain = await loadDomain();
const runs = seeds.map((seed) => {
  const world = makeWorld(params, seed);
  const results = params.modes.map((mode) => [
    mode.name,
    measure(simulate(params, world, mode, domain), params.tickets),
  ]);
  return { seed, results: Object.fromEntries(results) };
});

const summary = summaryOf(params, runs);
console.log(values.json ? JSON.stringify({ params, runs, summary }, null, 2) : tableOf(params, seeds, summary));
