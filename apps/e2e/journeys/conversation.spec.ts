import { type Browser, expect, type Page, test } from '@playwright/test';
import { type Caller, callerFor } from '../support/api.js';
import { axe } from '../support/axe.js';
import { emailOf, type Seat, seatOf } from '../support/people.js';

const article = (page: Page, text: string) => page.getByRole('article').filter({ hasText: text });
const editor = (page: Page, name: 'Reply' | 'Internal note' = 'Reply') =>
  page.getByRole('textbox', { name, exact: true });

async function actionOn(page: Page, text: string, name: string): Promise<void> {
  await article(page, text).hover();
  await article(page, text)
    .getByRole('button', { name: /actions/ })
    .click();
  await page.getByRole('menuitem', { name }).click();
}

/** What lies over the page breaks no rule either. */
async function expectNoViolations(page: Page): Promise<void> {
  await page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState !== 'running'));
  const { violations } = await axe(page).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`)).toEqual([]);
}

test.describe.configure({ mode: 'serial' });

test.describe('what a coordinator does with a conversation', () => {
  let asker: Caller;
  let admin: Caller;
  let desk: Seat;
  let id: string;
  let number: string;

  const said = async (): Promise<string[]> =>
    (await asker.send('get', `/tickets/${id}/messages`)).items.map(({ text }: { text: string }) => text);

  test.beforeAll(async ({ browser, baseURL }: { browser: Browser; baseURL?: string }) => {
    asker = await callerFor(baseURL, emailOf('employee'));
    admin = await callerFor(baseURL, emailOf('admin'));
    desk = await seatOf(browser, emailOf('coordinator'), { reducedMotion: 'reduce' });
    ({ id, number } = await asker.send('post', '/tickets', {
      subject: 'Two things at once',
      description: 'See below',
    }));
    await asker.send('post', `/tickets/${id}/messages`, { body: 'The badge does not open the north door' });
    const coordinator = await callerFor(baseURL, emailOf('coordinator'));
    await coordinator.send('post', `/tickets/${id}/claim`);
    await coordinator.close();
    await admin.send('post', '/macros', {
      name: 'Journey: ask for the batch',
      scope: 'everyone',
      body: '<p>Hello {{requester.firstName}}, about {{ticket.number}}: which batch?</p>',
      actions: { status: 'waiting' },
    });
    await desk.page.goto(`/tickets/${number}`);
    await expect(editor(desk.page)).toBeVisible();
  });
  test.afterAll(async () => {
    await Promise.all([asker.close(), admin.close(), desk.close()]);
  });
  test.afterEach(() => expect(desk.trouble).toEqual([]));

  test('takes a reply back, and sends it after all', async () => {
    const { page } = desk;
    await editor(page).fill('A first thought');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText(/Sending in/)).toBeVisible();
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await expect(editor(page)).toHaveText('A first thought');
    expect(await said()).not.toContain('A first thought');
    await editor(page).fill('A second thought');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('button', { name: 'Send now' }).click();
    await expect.poll(said).toContain('A second thought');
  });

  test('has sent what was on hold when the page goes', async () => {
    const { page } = desk;
    await editor(page).fill('And then the page was left');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText(/Sending in/)).toBeVisible();
    await page.reload();
    await expect(article(page, 'And then the page was left')).toHaveCount(1);
    await expect.poll(said).toContain('And then the page was left');
    expect((await said()).filter((text) => text === 'And then the page was left')).toHaveLength(1);
  });

  test('finds a draft again on another device', async ({ browser }) => {
    await editor(desk.page).fill('Begun at the desk');
    await expect(desk.page.getByText('Draft saved')).toBeVisible();
    const other = await seatOf(browser, emailOf('coordinator'));
    await other.page.goto(`/tickets/${number}`);
    await expect(editor(other.page)).toHaveText('Begun at the desk');
    await other.close();
    await editor(desk.page).fill('');
  });

  test('calls a colleague in a note', async () => {
    const { page } = desk;
    await page.getByRole('button', { name: 'Internal note' }).click();
    await editor(page, 'Internal note').pressSequentially('@ingrid');
    await expect(page.getByRole('option').first()).toBeVisible();
    await expectNoViolations(page);
    await page.keyboard.press('Enter');
    await page.keyboard.type('can you sign this?');
    await page.keyboard.press('Control+Enter');
    await expect(article(page, 'can you sign this?')).toBeVisible();
    await expect
      .poll(async () => (await admin.send('get', '/notifications')).items.map(({ kind }: { kind: string }) => kind))
      .toContain('mentioned');
  });

  test('uses a macro, with what it sets', async () => {
    const { page } = desk;
    await page.getByRole('button', { name: 'Reply', exact: true }).click();
    await page.getByRole('button', { name: 'Macros', exact: true }).click();
    await page.getByRole('combobox', { name: 'Find a macro' }).fill('journey');
    await expect(page.getByText(`about ${number}: which batch?`)).toBeVisible();
    await expectNoViolations(page);
    await page.keyboard.press('Enter');
    await expect(editor(page)).toContainText('which batch?');
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await page.getByRole('button', { name: 'Send now' }).click();
    await expect(page.getByRole('log').getByText('Waiting', { exact: true })).toBeVisible();
  });

  test('edits with the arrow key, and removes for everybody', async () => {
    const { page } = desk;
    await editor(page).click();
    await page.keyboard.press('ArrowUp');
    await page.getByRole('textbox', { name: 'Edit message' }).fill('Which batch, please?');
    await page.keyboard.press('Control+Enter');
    await expect(article(page, 'Which batch, please?').getByText('edited')).toBeVisible();
    await expect.poll(said).toContain('Which batch, please?');
    await actionOn(page, 'A second thought', 'Remove for everybody');
    await expectNoViolations(page);
    await page.getByRole('button', { name: 'Remove for everybody' }).click();
    await expect(page.getByText('This message was removed.')).toBeVisible();
    expect(await said()).not.toContain('A second thought');
  });

  test('makes a ticket of a message, and takes it back', async () => {
    const { page } = desk;
    await actionOn(page, 'north door', 'New ticket from this');
    await expectNoViolations(page);
    await page.getByLabel('What is it about?').fill('Badge and north door');
    await page.getByRole('button', { name: 'Make the ticket' }).click();
    await expect(page.getByRole('link', { name: /Badge and north door/ }).first()).toBeVisible();
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await expect(page.getByText(/taken back/)).toBeVisible();
  });

  test('merges, follows the merged number, and takes it apart again', async () => {
    const { page } = desk;
    const other = await asker.send('post', '/tickets', { subject: 'The same, asked again', description: 'Please' });
    await page.getByRole('button', { name: 'More actions' }).click();
    await page.getByRole('menuitem', { name: /^Merge/ }).click();
    await page.getByRole('combobox', { name: 'The ticket that goes on' }).fill(other.number);
    await page.getByRole('option', { name: new RegExp(other.number) }).click();
    await expectNoViolations(page);
    await page.getByRole('button', { name: `Merge into ${other.number}` }).click();
    await expect(page).toHaveURL(new RegExp(other.number));
    await expect(article(page, 'Which batch, please?')).toBeVisible();

    await page.goto(`/tickets/${number}`);
    await expect(page).toHaveURL(new RegExp(other.number));
    await page.getByRole('link', { name: `Show ${number}` }).click();
    await page.getByRole('button', { name: 'Take out of the merge' }).click();
    await expect(article(page, 'Which batch, please?')).toBeVisible();
    await expect(page.getByText('Merged into')).toHaveCount(0);
  });

  test('hears the bell', async () => {
    const { page } = desk;
    await asker.send('post', `/tickets/${id}/messages`, { body: 'Batch 7' });
    await page.goto('/');
    const bell = page.getByRole('button', { name: /^Notifications/ });
    await expect(bell).toHaveAccessibleName(/unread/);
    await bell.click();
    await expectNoViolations(page);
    await page
      .getByRole('dialog')
      .getByRole('link', { name: new RegExp(number) })
      .first()
      .click();
    await expect(article(page, 'Batch 7')).toBeVisible();
    await expect(page.getByRole('log').getByText('New', { exact: true })).toBeVisible();
  });
});
