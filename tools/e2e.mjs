/** `npm run e2e`: the browser journeys, against the built product, which Playwright starts for itself. */
import { join } from 'node:path';
import { build } from './build.mjs';
import { bootstrap } from './support/bootstrap.mjs';
import { findBrowser, howToGetOne } from './support/browser.mjs';
import { installed, isEntry, root, runNode } from './support/workspace.mjs';

/** Runs Playwright with the given arguments and environment; resolves with its exit code and captured output. */
export function playwright(args, { env = {}, capture = false } = {}) {
  const CHROMIUM_PATH = findBrowser() ?? '';
  return runNode(installed('@playwright/test/cli.js', 'apps/e2e'), ['test', ...args], {
    cwd: join(root, 'apps/e2e'),
    env: { ...process.env, CHROMIUM_PATH, ...env },
    capture,
  });
}

async function main() {
  bootstrap();
  if (!findBrowser()) {
    console.error(`The journeys need a browser. ${howToGetOne}`);
    return 1;
  }
  if (!(await build())) return 1;
  return (await playwright(process.argv.slice(2))).code;
}

if (isEntry(import.meta.url)) process.exitCode = await main();
