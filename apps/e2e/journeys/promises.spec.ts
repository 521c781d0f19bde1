import { type Browser, expect, test } from '@playwright/test';
import { callerFor } from '../support/api.js';
import { emailOf, type Seat, seatOf } from '../support/people.js';

const ORGANIZATION = 'globex';
const CALENDAR = `Around the clock ${Date.now()}`;
const POLICY = `Three minutes ${Date.now()}`;
const SUBJECT = `The gate does not open ${Date.now()}`;
/** More than the target, and less than a session lasts: others are at work on the same server. */
const STEP_SECONDS = 240;

test.describe.configure({ mode: 'serial' });

test.describe('a promise: made, counted and broken', () => {
  let admin: Seat;
  let desk: Seat;

  test.beforeAll(async ({ browser }: { browser: Browser }) => {
    admin = await seatOf(browser, emailOf('admin', ORGANIZATION));
    desk = await seatOf(browser, emailOf('coordinator', ORGANIZATION));
  });
  test.afterAll(async () => {
    await admin.close();
    await desk.close();
  });
  test.afterEach(() => expect([...admin.trouble, ...desk.trouble]).toEqual([]));

  test('an admin says when work is done, and tries it before saving', async () => {
    const { page } = admin;
    await page.goto('/admin/calendars/new');
    await page.getByLabel('Name', { exact: true }).fill(CALENDAR);
    await page.getByLabel('Time zone').fill('kathmandu');
    await page.getByRole('option', { name: 'Asia/Kathmandu' }).click();
    await page.getByLabel('Monday, hours 1: from').fill('8');
    await page.getByLabel('Monday, hours 1: until').fill('730');
    await expect(page.getByLabel('Monday, hours 1: from')).toHaveValue('08:00');
    await page.getByLabel('Target').fill('90m');
    await expect(page.getByLabel('Monday, hours 1: until')).toHaveValue('07:30');
    await expect(page.getByText('next day', { exact: true })).toBeVisible();
    await page.getByRole('button', { name: 'More for Monday' }).click();
    await page.getByRole('menuitem', { name: 'Open all day' }).click();
    await page.getByRole('button', { name: 'More for Monday' }).click();
    await page.getByRole('menuitem', { name: 'Copy to every day' }).click();
    await page.getByLabel('It comes in').fill('2030-01-07T10:00');
    await expect(page.getByText('Mon, 7 January 2030 at 11:30')).toBeVisible();
    await page.getByRole('button', { name: 'Add holiday' }).click();
    await page.getByLabel('Date', { exact: true }).fill('2030-01-07');
    await page.getByRole('group', { name: 'Add a holiday' }).getByLabel('Name').fill('Founders’ day');
    await page.getByRole('button', { name: 'Done' }).click();
    await expect(page.getByText('Tue, 8 January 2030 at 01:30')).toBeVisible();
    await page.getByRole('button', { name: 'Create calendar' }).click();
    await expect(page.getByRole('link', { name: CALENDAR })).toBeVisible();
  });

  test('and what is promised, after a look at what would have changed', async () => {
    const { page } = admin;
    await page.goto('/admin/policies/new');
    await page.getByLabel('Calendar', { exact: true }).selectOption({ label: CALENDAR });
    for (const metric of ['First response', 'Resolution']) await page.getByLabel(`Medium, ${metric}`).fill('3m');
    await page.getByLabel('High, Resolution').fill('soon');
    await page.getByRole('button', { name: 'Create policy' }).click();
    await expect(page.getByText('A length such as 30m, 4h or 2d 4h')).toBeVisible();
    await expect(page.getByText('This is still empty')).toBeVisible();
    await page.getByLabel('High, Resolution').fill('1h30');
    await page.getByRole('button', { name: 'Check the last 90 days' }).click();
    await expect(page.getByText(/^Of [\d,]+ tickets?, |There are no tickets/)).toBeVisible();
    await page.getByLabel('Name', { exact: true }).fill(POLICY);
    await page.getByRole('button', { name: 'Create policy' }).click();
    await expect(page.getByRole('link', { name: POLICY })).toBeVisible();
  });

  test('puts it first by the arrow keys', async () => {
    const { page } = admin;
    const rows = page.getByRole('list', { name: 'Policies in order' }).getByRole('listitem');
    const handle = page.getByRole('button', { name: `Move ${POLICY}` });
    await handle.focus();
    for (let place = await rows.count(); place > 1; place--) {
      await page.keyboard.press('ArrowUp');
      await expect(rows.nth(place - 2)).toContainText(POLICY);
    }
    await page.reload();
    await expect(rows.first()).toContainText(POLICY);
  });

  test('the desk sees the clock, and the sum behind it', async ({ baseURL }) => {
    const { page } = desk;
    const asker = await callerFor(baseURL, emailOf('employee', ORGANIZATION));
    await page.goto('/queue?sort=dueAt');
    const { number } = await asker.send('post', '/tickets', { subject: SUBJECT, description: 'Since this morning' });
    await asker.close();
    await page.goto(`/queue/${number}?sort=dueAt`);
    // Who holds it is told when it is broken.
    await page.getByRole('button', { name: 'Claim', exact: true }).first().click();
    await expect(page.getByText(/claimed this/)).toBeVisible();
    await page.getByRole('button', { name: 'Details', exact: true }).click();
    await page.getByRole('button', { name: 'Intervals', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Resolution clock' });
    await expect(dialog.getByText('Recomputed from status history, same deadline')).toBeVisible();
    await expect(dialog.getByText(`${CALENDAR}, Kathmandu, v1`)).toBeVisible();
    await expect(dialog.getByText('Still to count')).toBeVisible();
    await dialog.getByRole('button', { name: 'Close' }).click();
    await expect(page.getByTitle('First response: show the intervals')).toContainText('Target 3m');
  });

  test('and that it is broken, as it happens', async ({ baseURL }) => {
    const { page } = desk;
    const clock = await callerFor(baseURL, emailOf('admin', ORGANIZATION));
    await clock.send('post', '/test/clock', { advanceSeconds: STEP_SECONDS });
    await clock.close();
    await expect(page.getByTitle('First response: show the intervals')).toContainText('Overdue');
    await page.keyboard.press('Escape');
    await expect(page.getByText(/First response.* overdue, was due/)).toBeVisible();
    await page.getByRole('button', { name: /^Notifications/ }).click();
    await expect(page.getByRole('link', { name: /Overdue/ }).filter({ hasText: SUBJECT })).toBeVisible();
    await page.goto('/queue?view=overdue');
    const row = page.getByRole('link').filter({ hasText: SUBJECT });
    await expect(row.getByText(/^(First response|Resolution).*over/i)).toBeVisible();
  });
});
