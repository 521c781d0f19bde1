import { expect, type Page, test } from '@playwright/test';
import { tabTo, watchPointer } from '../support/keys.js';
import { emailOf, PASSWORD, watchForTrouble } from '../support/people.js';
import { fileTagged } from '../support/tickets.js';

const rows = (page: Page) => page.getByRole('list', { name: 'Tickets' }).getByRole('listitem');

async function signInByKeys(page: Page): Promise<void> {
  await page.goto('/sign-in');
  await expect(page.getByLabel('Work email')).toBeFocused();
  await page.keyboard.type(emailOf('coordinator'));
  await tabTo(page, page.getByLabel('Password', { exact: true }));
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('link', { name: 'Queue' }).first()).toBeVisible();
}

/** What somebody does who knows its name. */
async function inPalette(page: Page, typed: string, option: RegExp): Promise<void> {
  await page.keyboard.press('Control+k');
  // Whoever knows what they want does not wait for the palette.
  await page.keyboard.type(typed);
  await expect(page.getByRole('combobox', { name: 'Command palette' })).toHaveValue(typed);
  await expect(page.getByRole('option', { selected: true })).toHaveText(option);
  await page.keyboard.press('Enter');
}

test('a coordinator works with the keyboard alone', async ({ page, baseURL }) => {
  const { tag, tickets, coordinator, close } = await fileTagged(baseURL, 3);
  const name = `Keys ${tag}`;
  await coordinator.send('post', '/queue/views', { name, scope: 'personal', filters: { tag: [tag] } });
  const trouble = watchForTrouble(page);
  const row = rows(page).filter({ hasText: 'number 2' });
  const pointerUses = await watchPointer(page);
  await signInByKeys(page);

  await test.step('chooses a view and opens its second ticket', async () => {
    // The keys of the frame follow its first picture.
    await expect(async () => {
      await page.keyboard.press('g');
      await page.keyboard.press('q');
      await expect(page).toHaveURL(/queue/, { timeout: 1000 });
    }).toPass();
    const views = page.getByRole('navigation', { name: 'Views' });
    // The heading has the focus, and the views stand before it.
    await tabTo(page, views.getByRole('link', { name: new RegExp(name) }), 'Shift+Tab');
    await page.keyboard.press('Enter');
    await expect(rows(page)).toHaveCount(3);
    await page.keyboard.press('j');
    await expect(rows(page).first().getByRole('link')).toBeFocused();
    await page.keyboard.press('j');
    await expect(rows(page).nth(1).getByRole('link')).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(new RegExp(tickets[1]?.number ?? 'none'));
    await expect(page.getByRole('heading', { name: tickets[1]?.subject })).toBeVisible();
  });

  await test.step('claims it, answers and does not wait for the time to take it back', async () => {
    await page.keyboard.press('c');
    await expect(row.getByRole('img', { name: /In progress/ })).toHaveCount(1);
    await page.keyboard.press('r');
    await expect(page.getByRole('textbox', { name: 'Reply', exact: true })).toBeFocused();
    await page.keyboard.type('Typed, never clicked');
    await page.keyboard.press('Control+Enter');
    const now = page.getByRole('button', { name: 'Send now' });
    await tabTo(page, now, 'Shift+Tab');
    await page.keyboard.press('Enter');
    await expect(now).toHaveCount(0);
    await expect(page.getByRole('article').filter({ hasText: 'Typed, never clicked' })).toHaveCount(1);
    await page.keyboard.press('Escape');
  });

  await test.step('sets it waiting by name', async () => {
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await inPalette(page, 'waiting', /Set waiting/);
    await expect(row.getByRole('img', { name: /Waiting/ })).toHaveCount(1);
  });

  await test.step('changes several at once and takes it back', async () => {
    await page.keyboard.press('u');
    await expect(page).toHaveURL(/\/queue\?/);
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await expect(page.getByText('1 selected')).toBeVisible();
    await tabTo(page, page.getByRole('button', { name: 'Select all 3' }));
    await page.keyboard.press('Enter');
    await page.keyboard.press('p');
    await expect(page.getByRole('menuitem', { name: 'Urgent' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(rows(page).getByRole('img', { name: /Urgent/ })).toHaveCount(3);
    await tabTo(page, page.getByRole('button', { name: 'Undo' }));
    await page.keyboard.press('Enter');
    await expect(page.getByText('3 put back')).toBeVisible();
    await expect(rows(page).getByRole('img', { name: /Urgent/ })).toHaveCount(0);
  });

  await test.step('moves a card of the board', async () => {
    await page.keyboard.press('v');
    await page.keyboard.press('b');
    const column = (status: string) => page.getByRole('region', { name: status, exact: true });
    await tabTo(page, column('New').getByRole('link').first());
    const moved = await page.locator(':focus').textContent();
    await page.keyboard.press('Space');
    await expect(page.getByRole('menuitem').first()).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(column('Open').getByRole('link', { name: moved ?? 'none' })).toBeVisible();
  });

  await test.step('searches, opens what was found, and is back where it was found', async () => {
    await page.keyboard.press('/');
    await expect(page.getByRole('search').getByRole('searchbox')).toBeFocused();
    await page.keyboard.type(tag);
    await page.keyboard.press('Enter');
    const hits = page.getByRole('list', { name: 'Results' }).getByRole('link');
    await expect(hits).toHaveCount(3);
    await tabTo(page, hits.nth(2));
    await page.keyboard.press('Enter');
    await expect(page.getByRole('article').first()).toBeVisible();
    // Alt and the left arrow are the browser's own, out of a page's reach.
    await page.goBack();
    await expect(hits).toHaveCount(3);
  });
  expect(await pointerUses()).toBe(0);
  expect(trouble).toEqual([]);
  await close();
});
