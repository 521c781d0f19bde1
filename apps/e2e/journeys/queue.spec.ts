import { expect, type Page, test } from '@playwright/test';
import { type Caller, callerFor } from '../support/api.js';
import { emailOf, seatOf } from '../support/people.js';

let employee: Caller;
let coordinator: Caller;
test.beforeAll(async ({ baseURL }) => {
  employee = await callerFor(baseURL, emailOf('employee'));
  coordinator = await callerFor(baseURL, emailOf('coordinator'));
});
test.afterAll(async () => {
  await employee.close();
  await coordinator.close();
});

let made = 0;
/** Tickets of this run alone, found again by a tag of their own. */
async function ticketsTagged(count: number): Promise<{ tag: string; numbers: string[] }> {
  const tag = `queue-${Date.now().toString(36)}-${made++}`;
  const numbers: string[] = [];
  for (let index = 1; index <= count; index++) numbers.push(await file(`${tag} number ${index}`, tag));
  return { tag, numbers };
}

async function file(subject: string, tag: string): Promise<string> {
  const { id, number } = await employee.send('post', '/tickets', { subject, description: 'For the queue' });
  await coordinator.send('patch', `/tickets/${id}`, { tags: [tag] });
  return number;
}

const rows = (page: Page) => page.getByRole('list', { name: 'Tickets' }).getByRole('listitem');

test('filters become a view whose count follows what others do', async ({ browser }) => {
  const { tag } = await ticketsTagged(2);
  const { page, trouble, close } = await seatOf(browser, emailOf('coordinator'));
  await page.goto(`/queue?tag=${tag}`);
  await expect(rows(page)).toHaveCount(2);
  await page.keyboard.press('w');
  await page.getByLabel('Name').fill(`View of ${tag}`);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/view=view/);
  const view = page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: new RegExp(tag) });
  await expect(view).toContainText('2');

  await file(`${tag} one more`, tag);
  await expect(view).toContainText('3');
  await expect(rows(page)).toHaveCount(3);

  await view.hover();
  await page.getByRole('button', { name: `Actions for View of ${tag}` }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await expect(view).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(view).toContainText('3');
  expect(trouble).toEqual([]);
  await close();
});

test('what is new waits while somebody reads the list', async ({ browser }) => {
  const { tag, numbers } = await ticketsTagged(2);
  const { page, close } = await seatOf(browser, emailOf('coordinator'));
  // Until the page has caught up for the first time, it may load everything once more.
  const caughtUp = page.waitForResponse(/\/api\/changes/);
  await page.goto(`/queue?tag=${tag}`);
  await caughtUp;
  await page.waitForLoadState('networkidle');
  await expect(rows(page)).toHaveCount(2);
  const read = rows(page).filter({ hasText: 'number 1' });
  await read.hover();
  const before = await read.boundingBox();

  await file(`${tag} one more`, tag);
  const pill = page.getByRole('button', { name: '1 new' });
  await expect(pill).toBeVisible();
  expect(await read.boundingBox()).toEqual(before);

  // Somebody else changes the row that is read: it changes where it stands.
  await coordinator.send('post', `/tickets/${numbers[0]}/status`, { status: 'open' });
  await expect(read.getByRole('img', { name: /Open/ })).toHaveCount(1);
  expect(await read.boundingBox()).toEqual(before);

  await pill.click();
  await expect(rows(page)).toHaveCount(3);
  await close();
});

test('several tickets are chosen, changed and put back with the keyboard alone', async ({ browser }) => {
  const { tag } = await ticketsTagged(3);
  const { page, trouble, close } = await seatOf(browser, emailOf('coordinator'));
  await page.goto(`/queue?tag=${tag}`);
  await expect(rows(page)).toHaveCount(3);
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await expect(page.getByText('1 selected')).toBeVisible();
  for (const step of ['j', 'j']) {
    const focused = page.locator(':focus');
    const here = await focused.textContent();
    await page.keyboard.press(step);
    await expect(focused).not.toHaveText(here ?? '');
  }
  await page.keyboard.press('Shift+X');
  await expect(page.getByText('3 selected')).toBeVisible();
  await page.keyboard.press('p');
  await expect(page.getByRole('menuitem', { name: 'Urgent' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText('3 changed')).toBeVisible();
  await expect(rows(page).getByRole('img', { name: /Urgent/ })).toHaveCount(3);
  await page.getByRole('button', { name: 'Undo' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('3 put back')).toBeVisible();
  await expect(rows(page).getByRole('img', { name: /Urgent/ })).toHaveCount(0);
  expect(trouble).toEqual([]);
  await close();
});

test('a card goes where the state machine lets it, and nowhere else', async ({ browser }) => {
  const { tag } = await ticketsTagged(1);
  const { page, trouble, close } = await seatOf(browser, emailOf('coordinator'));
  await page.goto(`/queue?layout=board&tag=${tag}`);
  const column = (name: string) => page.getByRole('region', { name, exact: true });
  const card = (name: string) => column(name).getByRole('link', { name: `${tag} number 1` });
  await expect(card('New')).toBeVisible();

  const carry = async (from: string, to: string) => {
    await card(from).hover();
    await page.mouse.down();
    const target = await column(to).boundingBox();
    if (!target) throw new Error(`No column ${to}`);
    await page.mouse.move(target.x + target.width / 2, target.y + 200, { steps: 10 });
  };
  await carry('New', 'Waiting');
  await expect(column('Waiting')).toContainText('Not from New');
  await page.mouse.up();
  await expect(card('New')).toBeVisible();

  await carry('New', 'Open');
  await expect(column('Open')).toContainText('Move to Open');
  await page.mouse.up();
  await expect(card('Open')).toBeVisible();
  await expect(card('New')).toHaveCount(0);

  // On its way to the server a card stays where it is.
  await expect(column('Open').getByRole('button', { name: /^Move/ })).toBeAttached();
  await card('Open').focus();
  await page.keyboard.press('Space');
  await page.getByRole('menuitem', { name: 'Set waiting' }).press('Enter');
  await expect(card('Waiting')).toBeVisible();
  await page.reload();
  await expect(card('Waiting')).toBeVisible();
  expect(trouble).toEqual([]);
  await close();
});
