import type { Config } from '../config/config.js';
import { DEMO_PASSWORD, DEMO_SIGN_INS } from '../features/demo/demo-people.seed.js';

/** What the person who typed the start command wants to know. */
export function sayHello(url: string, config: Config, isEmbedded: boolean, isFresh: boolean): void {
  const lines = ['', `  Baton is running at ${config.PUBLIC_URL ?? url.replace('127.0.0.1', 'localhost')}`, ''];
  if (isEmbedded && config.DEMO === 'on') {
    if (isFresh) lines.push('  A demo was set up: two organizations, three weeks of tickets.', '');
    lines.push('  Sign in as');
    for (const { email, role } of DEMO_SIGN_INS) lines.push(`    ${email.padEnd(26)} ${role}`);
    lines.push('', `  Password for all of them: ${DEMO_PASSWORD}`, '');
  }
  if (isEmbedded && config.DEMO === 'off')
    lines.push('  The first organization and its admin are made with: npm run baton -- help', '');
  lines.push('  Ctrl-C stops it.', '');
  process.stdout.write(`${lines.join('\n')}\n`);
}
