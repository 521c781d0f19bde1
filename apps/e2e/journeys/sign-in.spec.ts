import { expect, test } from '@playwright/test';
import { emailOf, ROLES, signIn, watchForTrouble } from '../support/people.js';

for (const organization of ['acme', 'globex'])
  for (const role of ROLES)
    test(`the ${role} of ${organization} signs in and out`, async ({ page }) => {
      const trouble = watchForTrouble(page);
      await signIn(page, emailOf(role, organization));
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(page).toHaveURL('/');
      await expect(page.getByRole('link', { name: 'Queue', exact: true })).toHaveCount(role === 'employee' ? 0 : 1);
      await page.reload();
      await expect(page).toHaveURL('/');
      // The heading takes the focus once, and a menu that is open by then closes.
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await page.getByRole('button', { name: /^Account of/ }).click();
      await page.getByRole('menuitem', { name: 'Sign out' }).click();
      await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
      await page.goto('/tickets');
      await expect(page).toHaveURL(/sign-in/);
      expect(trouble).toEqual([]);
    });

test('a wrong password is told in words', async ({ page }) => {
  await signIn(page, emailOf('employee'), 'not the password');
  await expect(page.getByText('The email and password do not match an account.')).toBeVisible();
});
