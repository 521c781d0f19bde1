/**
 * What Lighthouse says of the sign-in page, one's own tickets and the queue, on a phone and on a desktop:
 * `node tools/bench/lighthouse.mjs [--url http://…] [--json file]`. Fetches Lighthouse on first use; nothing else of
 * Baton needs it.
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
const SCREENS = { mobile: [], desktop: ['--preset=desktop'] };
const METRICS = {
  'LCP s': ['largest-contentful-paint', 1000],
  'TBT ms': ['total-blocking-time', 1],
  CLS: ['cumulative-layout-shift', 1],
  'speed index s': ['speed-index', 1000],
};

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
async function audit(origin, { name, path, email }, screen) {
  const folder = mkdtempSync(join(tmpdir(), 'baton-lighthouse-'));
  const port = await freePort();
  const context = await launchKept(folder, port);
  try {
    if (email) await signIn(context, origin, email);
    const file = join(folder, 'report.json');
    await lighthouse(`${origin}${path}`, port, file, SCREENS[screen]);
    return resultOf(`${name}, ${screen}`, JSON.parse(readFileSync(file, 'utf8')));
  } finally {
    await context.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function resultOf(name, { categories, audits, finalDisplayedUrl }) {
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
    metrics: Object.fromEntries(metrics),
    named: failed.map(({ id, displayValue }) => `${id}${displayValue ? ` (${displayValue})` : ''}`),
  };
}

const lineOf = ({ name, performance, accessibility, metrics }) =>
  `| ${[name, performance, accessibility, ...Object.values(metrics).map((value) => value.toFixed(2))].join(' | ')} |`;

export function tableOf(results) {
  const titles = ['page', 'performance', 'accessibility', ...Object.keys(METRICS)];
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

/** @returns one result per page and screen */
export async function measureLighthouse(origin, say = () => undefined) {
  const results = [];
  for (const page of PAGES) {
    for (const screen of Object.keys(SCREENS)) {
      const result = await audit(origin, page, screen);
      say(`${lineOf(result)} ${result.named.join(', ')}`);
      results.push(result);
    }
  }
  return results;
}

async function main() {
  const { values } = parseArgs({ options: { url: { type: 'string' }, json: { type: 'string' } } });
  const product = values.url ? { url: values.url, stop: () => undefined } : await startDemo();
  try {
    const results = await measureLighthouse(product.url, console.log);
    console.log(`\n${tableOf(results)}`);
    if (values.json) writeFileSync(values.json, JSON.stringify(results, null, 2));
  } finally {
    await product.stop();
  }
}

if (isEntry(import.meta.url)) await main();
