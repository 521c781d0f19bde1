/**
 * How long the browser takes from an input to the paint that answers it, with a quick and with a slow network:
 * `node tools/bench/browser.mjs [--url http://…] [--samples 60] [--press 60] [--json file]`. Without a url it
 * brings the built product with its demo.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { isEntry } from '../support/workspace.mjs';
import { bare, cachedTicket, listAndTicket, palette, sendEcho } from './browser/cases.mjs';
import { launch, signIn } from './browser/chromium.mjs';
import { startDemo } from './browser/demo-product.mjs';
import { withStopwatch } from './browser/paints.mjs';
import { slowLine } from './browser/slow-line.mjs';
import { spread } from './measure/statistics.mjs';
import { tableOf } from './report.mjs';

const CASES = [
  { name: 'cached ticket open', measure: cachedTicket, email: 'coordinator@acme.test' },
  { name: 'list ↔ ticket', measure: listAndTicket, email: 'coordinator@acme.test' },
  { name: 'send echo', measure: sendEcho, email: 'employee@acme.test' },
  { name: 'palette', measure: palette, email: 'coordinator@acme.test' },
];
const DELAYS_MS = [0, 300];
const TARGET_MS = 50;
/** So long a finger holds the button; what is timed begins when it lets go. */
const PRESS_MS = 60;
/** An empty page beside each case tells how busy the machine was in those minutes. */
const BARE_SAMPLES = 25;

/** A ticket of one's own to write to, asked for over the quick line. */
async function newTicketOf(context, url, email) {
  const login = await context.request.post(`${url}/api/auth/login`, { data: { email, password: 'baton-demo-2026' } });
  const { accessToken } = await login.json();
  const made = await context.request.post(`${url}/api/tickets`, {
    data: { subject: 'How quickly is this sent', description: 'A measurement.' },
    headers: { authorization: `Bearer ${accessToken}` },
  });
  return made.json();
}

async function measureOne(browser, { measure, email }, url, near, samples, pressMs) {
  const context = await browser.newContext({ baseURL: url });
  try {
    await withStopwatch(context);
    await signIn(context, url, email);
    const page = await context.newPage();
    return await measure(page, samples, { pressMs, newTicket: () => newTicketOf(context, near, email) });
  } finally {
    await context.close();
  }
}

/** The target is for the stricter of the two: until the frame stood on the screen. */
function rowOf(name, times, empty) {
  const product = spread(times.map(({ time }) => time));
  const shown = spread(times.map((each) => each.shown));
  const limit = spread(empty.map((each) => each.shown));
  const samples = times.length;
  return { name, product, shown, limit, value: shown.p95, unit: 'ms p95', target: TARGET_MS, digits: 0, samples };
}

const spreadText = ({ p50, p95, max }) => `p50 ${p50.toFixed(0)}, p95 ${p95.toFixed(0)}, max ${max.toFixed(0)} ms`;
const lineOf = ({ name, product, shown, limit, samples }) =>
  `${name}: ${spreadText(shown)} of ${samples}; to the end of the frame: ${spreadText(product)}; an empty page: ${spreadText(limit)}`;

/** @returns rows for the report: the 95th percentile of input to paint, in milliseconds */
export async function measureBrowser({ url: near, samples, pressMs = PRESS_MS, only = [], say = () => undefined }) {
  const browser = await launch();
  const rows = [];
  try {
    for (const delay of DELAYS_MS) {
      const line = await slowLine(near, delay);
      for (const each of CASES) {
        if (only.length > 0 && !only.includes(each.name)) continue;
        const times = await measureOne(browser, each, line.url, near, samples, pressMs);
        const empty = await measureOne(browser, { ...each, measure: bare }, line.url, near, BARE_SAMPLES, pressMs);
        const row = rowOf(`${each.name}, ${delay} ms network`, times, empty);
        say(lineOf(row));
        rows.push(row);
      }
      line.close();
    }
  } finally {
    await browser.close();
  }
  return rows;
}

async function main() {
  const { values } = parseArgs({
    options: {
      url: { type: 'string' },
      samples: { type: 'string', default: '60' },
      press: { type: 'string', default: String(PRESS_MS) },
      only: { type: 'string', default: '' },
      json: { type: 'string' },
    },
  });
  const product = values.url ? { url: values.url, stop: () => undefined } : await startDemo();
  try {
    const only = values.only.split(',').filter(Boolean);
    const counts = { samples: Number(values.samples), pressMs: Number(values.press) };
    const rows = await measureBrowser({ url: product.url, ...counts, only, say: console.log });
    console.log(`\n${tableOf(rows)}`);
    if (values.json) writeFileSync(values.json, JSON.stringify(rows, null, 2));
  } finally {
    await product.stop();
  }
}

if (isEntry(import.meta.url)) await main();
