/**
 * What Lighthouse says of the sign-in page, one's own tickets and the queue, on a phone and on a desktop:
 * `node tools/bench/lighthouse.mjs [--url http://…] [--json file] [--runs 3] [--screens mobile,desktop,calibrated]`.
 * Of several runs the median one counts. `calibrated` is a phone as slow as Lighthouse's own calculator makes of this
 * machine, by its benchmarkIndex; the preset takes any machine for one whose phone is four times slower. Fetches
 * Lighthouse on first use; nothing else of Baton needs it.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { isEntry } from '../support/workspace.mjs';
import { CHROMIUM, launchKept, signIn } from './browser/chromium.mjs';
import { startDemo } from './browser/demo-product.mjs';
import { freePort } from './servers/child.mjs';

/** The last line that runs on the oldest Node we support. */
const LIGHTHOUSE = 'lighthouse@12.8.2';
const PAGES = [
  { name: 'sign-in', path: '/sign-in' },
  { name: 'my tickets', path: '/tickets', email: 'employee@acme.test' },
  { name: 'queue', path: '/queue', email: 'coordinator@acme.test' },
];
/** Flags for Lighthouse, by what this machine was found to be. */
const SCREENS = {
  mobile: () => [],
  desktop: () => ['--preset=desktop'],
  calibrated: (benchmarkIndex) => [`--throttling.cpuSlowdownMultiplier=${multiplierFor(benchmarkIndex).toFixed(1)}`],
};
const USUAL = ['mobile', 'desktop'];
const METRICS = {
  'LCP s': ['largest-contentful-paint', 1000],
  'TBT ms': ['total-blocking-time', 1],
  CLS: ['cumulative-layout-shift', 1],
  'speed index s': ['speed-index', 1000],
};

/** Lighthouse's calculator: https://lighthouse-cpu-throttling-calculator.vercel.app. From index, to multiplier, steps. */
const CURVE = [
  { from: 1300, at: 3, step: 233 },
  { from: 800, at: 2, step: 500 },
  { from: 150, at: 1, step: 650 },
];

/** How much slower than a machine of this index a mid-tier phone is. @throws for machines no phone is slower than */
export function multiplierFor(benchmarkIndex) {
  const part = CURVE.find(({ from }) => benchmarkIndex >= from);
  if (!part) throw new Error(`A machine of index ${benchmarkIndex} is too slow to stand for a phone`);
  return part.at + (benchmarkIndex - part.from) / part.step;
}

function lighthouse(url, port, file, flags) {
  const args = [
    '--yes',
    LIGHTHOUSE,
    url,
    `--port=${port}`,
    '--quiet',
    '--output=json',
    `--output-path=${file}`,
    '--only-categories=performance,accessibility',
    // Who is signed in lives in a cookie.
    '--disable-storage-reset',
    ...flags,
  ];
  const env = { ...process.env, CHROME_PATH: CHROMIUM };
  const child = spawn('npx', args, { env, stdio: ['ignore', 'ignore', 'inherit'] });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`Lighthouse ended with ${code}`))));
  });
}

/** A browser of its own each time: nothing is in a cache, as on a first visit. */
async function audit(origin, { name, path, email }, screen, benchmarkIndex) {
  const folder = mkdtempSync(join(tmpdir(), 'baton-lighthouse-'));
  const port = await freePort();
  const context = await launchKept(folder, port);
  try {
    if (email) await signIn(context, origin, email);
    const file = join(folder, 'report.json');
    await lighthouse(`${origin}${path}`, port, file, SCREENS[screen](benchmarkIndex));
    return resultOf(`${name}, ${screen}`, JSON.parse(readFileSync(file, 'utf8')));
  } finally {
    await context.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function resultOf(name, { categories, audits, environment, configSettings, finalDisplayedUrl }) {
  const metrics = Object.entries(METRICS).map(([title, [id, unit]]) => [title, audits[id].numericValue / unit]);
  const failed = Object.values(audits).filter(
    ({ score, scoreDisplayMode }) =>
      score !== null && score < 0.9 && /binary|numeric|metricSavings/.test(scoreDisplayMode),
  );
  return {
    name,
    url: finalDisplayedUrl,
    performance: Math.round(categories.performance.score * 100),
    accessibility: Math.round(categories.accessibility.score * 100),
    benchmarkIndex: Math.round(environment.benchmarkIndex),
    cpuSlowdown: configSettings.throttling.cpuSlowdownMultiplier,
    metrics: Object.fromEntries(metrics),
    named: failed.map(({ id, displayValue }) => `${id}${displayValue ? ` (${displayValue})` : ''}`),
  };
}

const lineOf = ({ name, performance, accessibility, metrics, benchmarkIndex, cpuSlowdown }) => {
  const numbers = Object.values(metrics).map((value) => value.toFixed(2));
  return `| ${[name, performance, accessibility, ...numbers, benchmarkIndex, cpuSlowdown].join(' | ')} |`;
};

export function tableOf(results) {
  const titles = ['page', 'performance', 'accessibility', ...Object.keys(METRICS), 'benchmarkIndex', 'CPU slowdown'];
  const head = [`| ${titles.join(' | ')} |`, `| ${titles.map(() => '---').join(' | ')} |`];
  return [...head, ...results.map(lineOf)].join('\n');
}

const TARGETS = { performance: 95, accessibility: 100 };

/** As rows of the report. */
export const rowsOf = (results) =>
  results.flatMap(({ name, ...result }) =>
    Object.entries(TARGETS).map(([title, target]) => ({
      name: `Lighthouse ${title}: ${name}`,
      value: result[title],
      unit: 'of 100',
      digits: 0,
      target,
      atLeast: true,
    })),
  );

/** The middle one by performance: its other numbers belong together. */
export const medianOf = (results) =>
  results.toSorted((one, other) => one.performance - other.performance)[Math.floor((results.length - 1) / 2)];

/** @returns one result per page and screen, the median of its runs */
export async function measureLighthouse(origin, say = () => undefined, { runs = 1, screens = USUAL } = {}) {
  const results = [];
  for (const page of PAGES) {
    for (const screen of screens) {
      const tries = [];
      for (let run = 0; run < runs; run += 1) {
        // Until it was measured, the machine Lighthouse's preset is made for.
        const benchmarkIndex = results.at(-1)?.benchmarkIndex ?? 1533;
        tries.push(await audit(origin, page, screen, benchmarkIndex));
        say(`${lineOf(tries.at(-1))} ${tries.at(-1).named.join(', ')}`);
      }
      results.push(medianOf(tries));
    }
  }
  return results;
}

const OPTIONS = {
  url: { type: 'string' },
  json: { type: 'string' },
  runs: { type: 'string', default: '1' },
  screens: { type: 'string', default: USUAL.join() },
};

async function main() {
  const { values } = parseArgs({ options: OPTIONS });
  const product = values.url ? { url: values.url, stop: () => undefined } : await startDemo();
  try {
    const wanted = { runs: Number(values.runs), screens: values.screens.split(',') };
    const results = await measureLighthouse(product.url, console.log, wanted);
    console.log(`\n${tableOf(results)}`);
    if (values.json) writeFileSync(values.json, JSON.stringify(results, null, 2));
  } finally {
    await product.stop();
  }
}

if (isEntry(import.meta.url)) await main();
