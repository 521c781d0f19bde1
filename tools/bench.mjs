/**
 * `npm run bench`: how fast Baton is, beside the fastest thing that could do the same on this machine in the same
 * minutes. `-- --sizes 100,50000,1000000 --quick --only list,ticket --data <folder> --json <file>`
 */
import { writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { openBench } from './bench/bench.mjs';
import { create } from './bench/cases/create.mjs';
import { delivery } from './bench/cases/delivery.mjs';
import { list, scale } from './bench/cases/list.mjs';
import { mixed } from './bench/cases/mixed.mjs';
import { browser, lighthouse } from './bench/cases/screen.mjs';
import { search } from './bench/cases/search.mjs';
import { ticket } from './bench/cases/ticket.mjs';
import { views } from './bench/cases/views.mjs';
import { readOptions } from './bench/options.mjs';
import { tableOf } from './bench/report.mjs';
import { build } from './build.mjs';
import { bootstrap } from './support/bootstrap.mjs';

const CASES = { list, ticket, create, scale, delivery, mixed, search, views, browser, lighthouse };

const machine = () => ({ cpus: cpus().length, model: cpus()[0].model, memory: totalmem(), node: process.version });

/** A case that fails says so in its row, and costs the others nothing. */
async function outcome(name, measure) {
  try {
    return await measure();
  } catch (error) {
    console.error(error);
    return [{ name, failed: String(error.message) }];
  }
}

async function run(options) {
  const bench = await openBench(options, console.log);
  const results = [];
  try {
    for (const [name, measure] of Object.entries(CASES)) {
      if (options.only.length > 0 && !options.only.includes(name)) continue;
      console.log(`Measuring ${name}`);
      results.push(...(await outcome(name, () => measure(bench))));
    }
  } finally {
    await bench.close();
  }
  return results;
}

bootstrap();
if (!(await build())) process.exit(1);
const options = readOptions(process.argv.slice(2));
const results = await run(options);
writeFileSync(options.json, JSON.stringify({ at: new Date(), machine: machine(), options, results }, null, 2));
console.log(`\n${tableOf(results)}\n\nAlso in ${options.json}`);
