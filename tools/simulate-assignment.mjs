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

const OPTIONS = {
  params: { type: 'string' },
  seed: { type: 'string', default: '1' },
  seeds: { type: 'string', default: '1' },
  json: { type: 'boolean', default: false },
};

/** @returns the parameters, the seeds, and whether to print JSON @throws {Error} what is wrong with what was asked for */
function readOptions() {
  const { values } = parseArgs({ options: OPTIONS });
  const { seed, seeds, json } = values;
  for (const [name, value] of Object.entries({ seed, seeds })) {
    if (!/^[1-9]\d{0,8}$/.test(value)) throw new Error(`--${name} takes a whole number from 1`);
  }
  const params = paramsFrom(values.params ? JSON.parse(readFileSync(values.params, 'utf8')) : {});
  return { params, json, seeds: Array.from({ length: Number(seeds) }, (_seed, place) => Number(seed) + place) };
}

function runSeed(params, seed, domain) {
  const world = makeWorld(params, seed);
  const results = params.modes.map((mode) => [
    mode.name,
    measure(simulate(params, world, mode, domain), params.tickets),
  ]);
  return { seed, results: Object.fromEntries(results) };
}

async function run() {
  const { params, seeds, json } = readOptions();
  const domain = await loadDomain();
  const runs = seeds.map((seed) => runSeed(params, seed, domain));
  const summary = summaryOf(params, runs);
  console.log(json ? JSON.stringify({ params, runs, summary }, null, 2) : tableOf(params, seeds, summary));
}

try {
  await run();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
