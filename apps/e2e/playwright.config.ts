import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';

/** Any free port, chosen once: this file is read again by every worker. */
const FREE_PORT = `require('net').createServer().listen(0, '127.0.0.1', function () {
  process.stdout.write(String(this.address().port));
  this.close();
})`;
process.env.BATON_E2E_PORT ??= execFileSync(process.execPath, ['-e', FREE_PORT]).toString();
const baseURL = `http://127.0.0.1:${process.env.BATON_E2E_PORT}`;

const BROWSER_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export default defineConfig({
  testDir: 'journeys',
  outputDir: 'test-results',
  forbidOnly: Boolean(process.env.CI),
  fullyParallel: true,
  workers: 3,
  timeout: 300_000,
  expect: { timeout: 20_000 },
  // A browser on a shared machine stumbles now and then; twice in a row is a fault.
  retries: process.env.CI ? 1 : 0,
  use: {
    baseURL,
    actionTimeout: 20_000,
    viewport: { width: 1440, height: 900 },
    screenshot: 'only-on-failure',
    launchOptions: { executablePath: process.env.CHROMIUM_PATH || '/usr/bin/chromium', args: BROWSER_FLAGS },
  },
  webServer: {
    command: `node ${JSON.stringify(join(import.meta.dirname, 'support/serve.mjs'))}`,
    url: `${baseURL}/api/health/ready`,
    env: { PORT: process.env.BATON_E2E_PORT },
    timeout: 120_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 15_000 },
  },
});
