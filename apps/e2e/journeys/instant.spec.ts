import { expect, type Page, test } from '@playwright/test';
import { axe } from '../support/axe.js';
import { emailOf, seatOf } from '../support/people.js';

/** What a network that is gone does to a page, and nothing to worry about. */
const EXPECTED = /ERR_INTERNET_DISCONNECTED|ERR_FAILED|WebSocket/;

/** A coordinator who has seen the queue and one of its tickets, in a browser that has kept both and the app itself. */
async function settledSeat(browser: Parameters<typeof seatOf>[0]) {
  const seat = await seatOf(browser, emailOf('coordinator'));
  await seat.page.goto('/queue');
  await seat.page.locator('main a[href*="/ACME-"]').first().click();
  await expect(seat.page.getByRole('article').first()).toBeVisible();
  await seat.page.evaluate(async () => void (await navigator.serviceWorker.ready));
  await expect.poll(() => keptAnswers(seat.page)).toBeGreaterThan(5);
  return seat;
}

/** Everything in every store of every database. */
const databases = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const all: string[] = [];
    for (const { name } of await indexedDB.databases()) {
      const db = await new Promise<IDBDatabase>((resolve) => {
        const request = indexedDB.open(name ?? '');
        request.onsuccess = () => resolve(request.result);
      });
      for (const store of db.objectStoreNames) {
        const rows = db.transaction(store).objectStore(store).getAll();
        await new Promise((done) => {
          rows.onsuccess = done;
        });
        all.push(...rows.result.map((row: unknown) => JSON.stringify(row)));
      }
      db.close();
    }
    return all;
  });
const keptAnswers = async (page: Page) => (await databases(page)).length;

test('a start without a network shows what was there, and says so', async ({ browser }) => {
  const { page, trouble, close } = await settledSeat(browser);
  const tickets = () =>
    page.locator('main a[href*="/ACME-"]').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  const shown = await tickets();
  await page.context().setOffline(true);
  await page.reload();
  await expect(page.getByText('You are offline.').first()).toBeVisible();
  await expect.poll(tickets).toEqual(shown);
  await expect(page.getByRole('article').first()).toBeVisible();
  expect(trouble.filter((line) => !EXPECTED.test(line))).toEqual([]);
  await close();
});

test('what is kept is painted while the server has not said a word', async ({ browser }) => {
  const { page, close } = await settledSeat(browser);
  await page.context().route('**/api/**', () => new Promise(() => undefined));
  await page.reload();
  await expect(page.locator('main a[href*="/ACME-"]').first()).toBeVisible();
  await expect(page.getByRole('article').first()).toBeVisible();
  await close();
});

test('after signing out nothing of the organization is left in the browser', async ({ browser }) => {
  const { page, close } = await settledSeat(browser);
  await page.getByRole('button', { name: /^Account of/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page).toHaveURL(/sign-in/);
  await expect.poll(() => databases(page)).toEqual([]);
  const left = () =>
    page.evaluate(async () => {
      const cached = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()));
      return {
        storage: Object.keys(localStorage).filter((key) => !key.startsWith('baton-theme')),
        session: Object.keys(sessionStorage),
        answers: cached.flat().filter(({ url }) => url.includes('/api/')).length,
      };
    });
  // Until the server has confirmed it, what remains is that somebody signed out.
  await expect.poll(left).toEqual({ storage: [], session: [], answers: 0 });
  await page.goto('/queue');
  await expect(page).toHaveURL(/sign-in/);
  await close();
});

test('a session ended by somebody else is not shown again', async ({ browser }) => {
  const { page, close } = await settledSeat(browser);
  // As an admin or another device would: the cookie is worth nothing any more.
  await page.context().clearCookies();
  await page.reload();
  await expect(page).toHaveURL(/sign-in/);
  await expect.poll(() => databases(page)).toEqual([]);
  await close();
});

test('the palette does and finds by keys alone, and offends no rule', async ({ browser }) => {
  const { page, trouble, close } = await settledSeat(browser);
  const palette = page.getByRole('dialog', { name: 'Command palette' });
  await page.keyboard.press('Control+k');
  await expect(palette.getByRole('combobox')).toBeFocused();
  await page.keyboard.type('my tickets');
  await expect(palette.getByRole('option').first()).toContainText('My tickets');
  const found = await axe(page).include('dialog').analyze();
  expect(found.violations.map(({ id }) => id)).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/tickets$/);
  await page.keyboard.press('g');
  await page.keyboard.press('q');
  await expect(page).toHaveURL(/\/queue/);
  await page.keyboard.press('?');
  const shortcuts = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(shortcuts).toContainText('Go to Queue');
  expect((await axe(page).include('dialog').analyze()).violations.map(({ id }) => id)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(shortcuts).toHaveCount(0);
  expect(trouble).toEqual([]);
  await close();
});

test('the app can be installed', async ({ page }) => {
  await page.goto('/sign-in');
  const address = await page.locator('link[rel="manifest"]').getAttribute('href');
  const manifest = await (await page.request.get(address ?? '')).json();
  expect(manifest).toMatchObject({ name: 'Baton', display: 'standalone', start_url: '/' });
  for (const { src } of manifest.icons) expect((await page.request.get(src)).status()).toBe(200);
  const worker = await page.request.get('/sw.js');
  expect(worker.headers()['content-type']).toMatch(/javascript/);
  expect(worker.headers()['cache-control']).toBe('no-cache');
});
