import { expect, test } from '@playwright/test';
import { callerFor } from '../support/api.js';
import { tabTo } from '../support/keys.js';
import { emailOf, PASSWORD, watchForTrouble } from '../support/people.js';

test('sign in, open a ticket and reply with the keyboard alone', async ({ page, baseURL }) => {
  const asker = await callerFor(baseURL, emailOf('employee'));
  const { number } = await asker.send('post', '/tickets', { subject: 'No mouse at hand', description: 'Keys only' });
  const trouble = watchForTrouble(page);
  await page.goto('/sign-in');
  await expect(page.getByLabel('Work email')).toBeFocused();
  await page.keyboard.type(emailOf('employee'));
  await tabTo(page, page.getByLabel('Password', { exact: true }));
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press('Enter');

  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await tabTo(page, page.getByRole('link', { name: /No mouse at hand/ }).first());
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(number));

  await tabTo(page, page.getByRole('textbox', { name: /^Reply$/ }));
  await page.keyboard.type('Typed, never clicked');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('article').filter({ hasText: 'Typed, never clicked' })).toHaveCount(1);
  expect(trouble).toEqual([]);
  await asker.close();
});
