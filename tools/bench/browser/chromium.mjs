import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from '../../support/workspace.mjs';

// Playwright is a dependency of the journeys, not of the repository root.
const { chromium } = createRequire(join(root, 'apps/e2e/package.json'))('@playwright/test');

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const CHROMIUM = process.env.CHROMIUM_PATH || '/usr/bin/chromium';
export const hasChromium = () => existsSync(CHROMIUM);
export const PASSWORD = 'baton-demo-2026';

export const launch = () => chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
/** With what it stores, and a port by which other tools can steer it. */
export const launchKept = (folder, port) =>
  chromium.launchPersistentContext(folder, {
    executablePath: CHROMIUM,
    args: [...FLAGS, `--remote-debugging-port=${port}`],
  });

/** Signs a browser in without the form: the refresh cookie is all that a page starts from. */
export async function signIn(context, url, email) {
  const answer = await context.request.post(`${url}/api/auth/login`, { data: { email, password: PASSWORD } });
  if (!answer.ok()) throw new Error(`Signing in as ${email}: ${answer.status()}`);
}
