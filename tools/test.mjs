/**
 * `npm test`: everything that proves the product, from a fresh clone. Builds, checks, runs Jest (rules, API against
 * a real PostgreSQL, architecture, web) and then the browser journeys. The last line is the sum of their reports.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from './build.mjs';
import { check } from './check.mjs';
import { playwright } from './e2e.mjs';
import { bootstrap } from './support/bootstrap.mjs';
import { findBrowser, howToGetOne } from './support/browser.mjs';
import { installed, runNode } from './support/workspace.mjs';

const reports = mkdtempSync(join(tmpdir(), 'baton-reports-'));
const sum = { passed: 0, failed: 0, skipped: 0 };

function count(passed, failed, skipped = 0) {
  sum.passed += passed;
  sum.failed += failed;
  sum.skipped += skipped;
}

/** A step that fails without a failed test to show for it still counts as one failure. */
function countStep(ok, failedTests = 0) {
  if (!ok && failedTests === 0) count(0, 1);
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

async function unitTests() {
  const file = join(reports, 'jest.json');
  const { code } = await runNode(installed('jest/bin/jest.js'), ['--json', `--outputFile=${file}`, '--silent']);
  const report = readReport(file);
  const failed = (report?.numFailedTests ?? 0) + (report?.numRuntimeErrorTestSuites ?? 0);
  count(report?.numPassedTests ?? 0, failed, (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0));
  countStep(code === 0, failed);
}

async function journeys() {
  const file = join(reports, 'playwright.json');
  const env = { PLAYWRIGHT_JSON_OUTPUT_FILE: file };
  if (!findBrowser()) {
    await playwright(['--list', '--reporter=json'], { env, capture: true });
    console.log(`\nThe browser journeys were skipped: there is no browser here. ${howToGetOne}`);
    return process.env.CI ? count(0, 1) : count(0, 0, readReport(file)?.suites.flatMap(specs).length ?? 0);
  }
  const { code } = await playwright(['--reporter=list,json'], { env });
  const { expected = 0, flaky = 0, unexpected = 0, skipped = 0 } = readReport(file)?.stats ?? {};
  count(expected + flaky, unexpected, skipped);
  countStep(code === 0, unexpected);
}

const specs = (suite) => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specs)];

bootstrap();
const built = await build();
countStep(built);
count(0, await check());
await unitTests();
if (built) await journeys();
rmSync(reports, { recursive: true, force: true });

console.log(`\n${sum.passed} passed, ${sum.failed} failed${sum.skipped > 0 ? `, ${sum.skipped} skipped` : ''}`);
process.exitCode = sum.failed > 0 ? 1 : 0;
