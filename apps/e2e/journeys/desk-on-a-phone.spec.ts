import { expect, type Page, test } from '@playwright/test';
import { emailOf, seatOf } from '../support/people.js';
import { fileTagged } from '../support/tickets.js';

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

/** A row of things that is pushed aside to see the rest of it. */
const ROLLS_SIDEWAYS = 'nav, [role="group"], section[aria-label="Board"]';

/** What does not fit: the page itself, or a control that no finger reaches or hits. */
const misfits = (page: Page, rolls: string): Promise<string[]> =>
  page.evaluate((rolling) => {
    const found: string[] = [];
    if (document.documentElement.scrollWidth > innerWidth)
      found.push(`page ${document.documentElement.scrollWidth} px`);
    for (const control of document.querySelectorAll('button, [role="menuitem"], [role="option"], [role="tab"]')) {
      const { left, right, width, height } = control.getBoundingClientRect();
      if (width < 2 || !control.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
      const name = control.getAttribute('aria-label') ?? control.textContent;
      const isAside = (left < -1 || right > innerWidth + 1) && !control.closest(rolling);
      if (isAside) found.push(`${name}: ${Math.round(left)} to ${Math.round(right)}`);
      if (Math.max(width, height) < 44) found.push(`${name}: ${Math.round(width)} × ${Math.round(height)}`);
    }
    return found;
  }, rolls);

const fits = (page: Page) => expect.poll(() => misfits(page, ROLLS_SIDEWAYS)).toEqual([]);

test('a coordinator works on a small phone', async ({ browser, baseURL }) => {
  const { tag, tickets, close: hangUp } = await fileTagged(baseURL, 3);
  const { page, trouble, close } = await seatOf(browser, emailOf('coordinator'), PHONE);
  const rows = page.getByRole('list', { name: 'Tickets' }).getByRole('listitem');
  const row = rows.filter({ hasText: 'number 2' });

  await test.step('opens a ticket and answers', async () => {
    await page.goto(`/queue?tag=${tag}`);
    await expect(rows).toHaveCount(3);
    await fits(page);
    await row.getByRole('link').tap();
    await expect(page.getByRole('heading', { name: tickets[1]?.subject })).toBeVisible();
    await page.getByRole('button', { name: 'Claim' }).tap();
    await expect(page.getByRole('button', { name: 'Claim' })).toHaveCount(0);
    await page.getByRole('textbox', { name: 'Reply', exact: true }).tap();
    await page.keyboard.type('Written with two thumbs');
    await fits(page);
    await page.getByRole('button', { name: 'Send', exact: true }).tap();
    await page.getByRole('button', { name: 'Send now' }).tap();
    await expect(page.getByRole('button', { name: 'Send now' })).toHaveCount(0);
    await expect(page.getByRole('article').filter({ hasText: 'Written with two thumbs' })).toHaveCount(1);
  });

  await test.step('changes its status among the details', async () => {
    await page.getByRole('button', { name: 'Details' }).tap();
    await page.getByRole('button', { name: 'Status: In progress. Change' }).tap();
    await fits(page);
    await page.getByRole('menuitem', { name: 'Set waiting' }).tap();
    await expect(page.getByRole('button', { name: 'Status: Waiting. Change' })).toBeVisible();
    await page.getByRole('button', { name: 'Close' }).tap();
    await page.getByRole('link', { name: 'Back' }).tap();
    await expect(row.getByRole('img', { name: /Waiting/ })).toHaveCount(1);
  });

  await test.step('changes several at once and takes it back', async () => {
    await page.getByRole('button', { name: 'Select' }).tap();
    await rows.first().getByRole('checkbox').tap();
    await page.getByRole('button', { name: 'Select all 3' }).tap();
    await fits(page);
    await page.getByRole('button', { name: 'Set priority' }).tap();
    await page.getByRole('menuitem', { name: 'Urgent' }).tap();
    await expect(rows.getByRole('img', { name: /Urgent/ })).toHaveCount(3);
    await page.getByRole('button', { name: 'Undo' }).tap();
    await expect(rows.getByRole('img', { name: /Urgent/ })).toHaveCount(0);
  });

  await test.step('moves a card of the board by its menu', async () => {
    await page.goto(`/queue?layout=board&tag=${tag}`);
    const column = (status: string) => page.getByRole('region', { name: status, exact: true });
    const card = column('New').locator('[data-card]').filter({ hasText: 'number 1' });
    await expect(card).toBeVisible();
    await fits(page);
    await card.getByRole('button', { name: /^Move/ }).tap();
    await page.getByRole('menuitem').first().tap();
    await expect(card).toHaveCount(0);
  });

  await test.step('searches', async () => {
    await page.goto('/queue');
    await page.getByRole('banner').getByRole('link', { name: 'Search tickets' }).tap();
    await page.getByRole('main').getByRole('searchbox').fill(tag);
    await expect(page.getByRole('list', { name: 'Results' }).getByRole('link')).toHaveCount(3);
    await fits(page);
  });

  await test.step('sees the rest of the desk without pushing it aside', async () => {
    for (const address of ['/', '/macros', '/profile', '/tickets/new', `/queue?layout=table&tag=${tag}`]) {
      await page.goto(address);
      await expect(page.getByRole('heading').first()).toBeVisible();
      await fits(page);
    }
  });
  expect(trouble).toEqual([]);
  await close();
  await hangUp();
});
