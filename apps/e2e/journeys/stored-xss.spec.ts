import { type Browser, expect, type Page, test } from '@playwright/test';
import { XSS_VECTORS } from '../../api/test/support/xss-vectors.js';
import { callerFor } from '../support/api.js';
import { screenshot } from '../support/files.js';
import { emailOf, ROLES, seatOf } from '../support/people.js';

const IN_NAMES = [
  '<img src=x onerror=alert(1)>',
  '"><script>alert(1)</script>',
  "';alert(1)//",
  '{{constructor.constructor("alert(1)")()}}',
];
/** Null characters never get past the first check. */
const VECTORS = XSS_VECTORS.map((vector) => vector.replaceAll('\0', ''));

const tickets: string[] = [];

test.beforeAll(async ({ baseURL }) => {
  const asker = await callerFor(baseURL, emailOf('employee'));
  const desk = await callerFor(baseURL, emailOf('coordinator'));
  for (const attack of IN_NAMES) {
    const file = await asker.upload(`${attack.replaceAll('/', '')}.png`, 'image/png', screenshot(40, 30));
    const body = { subject: `Attack ${attack}`, description: `Attack: ${attack}`, attachmentIds: [file] };
    tickets.push((await asker.send('post', '/tickets', body)).number);
  }
  const [first] = tickets;
  // Each in a message of its own: an attack that swallows the rest of its text must not hide the next one.
  for (const [index, vector] of VECTORS.entries())
    await asker.send('post', `/tickets/${tickets[index % 2]}/messages`, { body: `Attack: ${vector}` });
  for (const vector of VECTORS.slice(0, 10)) {
    const internal = true;
    await desk.send('post', `/tickets/${first}/messages`, { body: `note ${vector}`, internal });
  }
  await desk.send('patch', `/tickets/${first}`, { tags: IN_NAMES.map((attack) => attack.slice(0, 40)) });
  await asker.send('patch', '/me', { name: 'Yuki <img src=x onerror=alert(1)>' });
  await asker.close();
  await desk.close();
});
test.afterAll(async ({ baseURL }) => {
  const asker = await callerFor(baseURL, emailOf('employee'));
  await asker.send('patch', '/me', { name: 'Yuki Tanaka' });
  await asker.close();
});

/** Listens for every policy violation of the page, from its first moment. */
async function collectReports(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const seen: string[] = [];
    Object.assign(window, { __violations: seen });
    document.addEventListener('securitypolicyviolation', (event) =>
      seen.push(`${event.violatedDirective} ${event.blockedURI}`),
    );
  });
  return () => page.evaluate(() => (window as unknown as { __violations: string[] }).__violations);
}

/** Opens what is folded away, so that every message is on the page. */
async function unfold(page: Page, index: number): Promise<void> {
  await expect(page.getByRole('article').first()).toBeVisible();
  if (index > 1) return;
  const fold = page.getByRole('button', { name: /earlier entries/ });
  await expect(async () => {
    if (await fold.isVisible()) await fold.click();
    await expect(page.getByRole('article').nth(Math.floor(VECTORS.length / 2) - 1)).toBeAttached({ timeout: 1000 });
  }).toPass({ timeout: 15_000 });
}

for (const role of ROLES)
  test(`what attackers wrote is read by the ${role} and stays text`, async ({ browser }: { browser: Browser }) => {
    const { page, trouble, close } = await seatOf(browser, emailOf(role));
    const reports = await collectReports(page);
    const addresses = [...tickets.map((number) => `/tickets/${number}`), '/', '/tickets'];
    if (role !== 'employee') addresses.push('/queue', `/queue/${tickets[0]}`);
    if (role === 'admin') addresses.push('/admin/people', '/admin/mailbox');
    for (const address of addresses) {
      await page.goto(address);
      await expect(page.getByRole('heading').first()).toBeVisible();
      if (address.startsWith('/tickets/')) await unfold(page, tickets.indexOf(address.slice('/tickets/'.length)));
      await page.waitForLoadState('networkidle');
      expect({ address, reports: await reports() }).toEqual({ address, reports: [] });
    }
    expect(trouble).toEqual([]);
    await close();
  });
