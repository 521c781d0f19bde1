import { expect, type Page, test } from '@playwright/test';
import { callerFor } from '../support/api.js';
import { emailOf, PASSWORD, watchForTrouble } from '../support/people.js';

/** Presses Tab until the wanted thing has the focus. */
async function tabTo(page: Page, role: 'link' | 'button' | 'textbox', name: RegExp): Promise<void> {
  const wanted = page.getByRole(role, { name }).first();
  await expect(wanted).toBeVisible();
  for (let presses = 0; presses < 80; presses++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reached ${name}`);
}

test('sign in, open a ticket and reply with the keyboard alone', async ({ page, baseURL }) => {
  const asker = await callerFor(baseURL, emailOf('employee'));
  const { number } = await asker.send('post', '/tickets', { subject: 'No mouse at hand', description: 'Keys only' });
  const trouble = watchForTrouble(page);
  await page.goto('/sign-in');
  await expect(page.getByLabel('Work email')).toBeFocused();
  await page.keyboard.type(emailOf('employee'));
  await tabTo(page, 'textbox', /^Password/);
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press('Enter');

  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await tabTo(page, 'link', /No mouse at hand/);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(number));

  await tabTo(page, 'textbox', /^Reply$/);
  await page.keyboard.type('Typed, never clicked');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('article').filter({ hasText: 'Typed, never clicked' })).toHaveCount(1);
  expect(trouble).toEqual([]);
  await asker.close();
});
