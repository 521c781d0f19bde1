import { type Browser, expect, type Page, test } from '@playwright/test';
import { report, screenshot } from '../support/files.js';
import { emailOf, type Seat, seatOf, signIn, watchForTrouble } from '../support/people.js';

const ASKER = { name: 'Noor Haddad-Østergård', email: `noor.${Date.now()}@acme.test`, password: 'blue kettle 1987' };
const SUBJECT = 'The label printer prints only half a label';
const NOTE = 'Between us: same batch as last week 4711';

/** What the asker is told on the way; # is the ticket's number. */
const STEPS = [
  'is waiting for approval',
  'is ready',
  '# received',
  'has #',
  'replied to #',
  'is waiting for an answer on #',
  'resolved #',
];

const article = (page: Page, text: string) => page.getByRole('article').filter({ hasText: text });
const editor = (page: Page, name: 'Reply' | 'Internal note') => page.getByRole('textbox', { name, exact: true });

async function reply(page: Page, text: string): Promise<void> {
  await editor(page, 'Reply').fill(text);
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(article(page, text)).toBeVisible();
}

/** A coordinator's reply waits some seconds for second thoughts. */
async function replyNow(page: Page, text: string): Promise<void> {
  await reply(page, text);
  await article(page, text).getByRole('button', { name: 'Send now' }).click();
}

async function register(page: Page): Promise<void> {
  await page.goto('/sign-in');
  await page.getByRole('link', { name: 'Ask for an account' }).click();
  await page.getByLabel('Organization').fill('acme');
  await page.getByLabel('Name', { exact: true }).fill(ASKER.name);
  await page.getByLabel('Work email').fill(ASKER.email);
  await page.getByLabel('Password', { exact: true }).fill(ASKER.password);
  await page.getByRole('button', { name: 'Ask for an account' }).click();
  await expect(page.getByRole('heading', { name: 'Your request is with the admins' })).toBeVisible();
  await signIn(page, ASKER.email, ASKER.password);
  await expect(page.getByText('An admin has not decided on your account yet.')).toBeVisible();
}

async function approve(admin: Page): Promise<void> {
  await admin.goto('/admin/approvals');
  await admin.getByRole('button', { name: `Approve ${ASKER.name}` }).click();
  await expect(admin.getByText(`${ASKER.name} approved`)).toBeVisible();
}

/** @returns the ticket's number */
async function ask(page: Page): Promise<string> {
  await signIn(page, ASKER.email, ASKER.password);
  await expect(page.getByRole('heading', { name: /How can we help, Noor/ })).toBeVisible();
  await page.goto('/tickets/new');
  await page.getByLabel('What is it about?').fill(SUBJECT);
  await page.getByRole('textbox', { name: /What happens/ }).fill('Since this morning, with every roll.');
  await page.locator('input[type=file]').setInputFiles([
    { name: 'half a label.png', mimeType: 'image/png', buffer: screenshot() },
    { name: 'self-test.pdf', mimeType: 'application/pdf', buffer: report() },
  ]);
  const send = page.getByRole('button', { name: 'Send ticket' });
  await expect(send).toBeEnabled();
  await send.click();
  await expect(page.getByRole('heading', { name: SUBJECT })).toBeVisible();
  await expect(page.getByText('half a label.png').first()).toBeVisible();
  await expect(page.getByText('self-test.pdf').first()).toBeVisible();
  const number = /ACME-\d+/.exec(
    (await page
      .getByText(/ACME-\d+/)
      .first()
      .textContent()) ?? '',
  )?.[0];
  expect(number).toBeTruthy();
  return number as string;
}

/** By its button where it is the usual move, else from the menu. */
async function moveTo(page: Page, name: string): Promise<void> {
  const menu = page.getByRole('button', { name: 'More actions' });
  const button = page.getByRole('button', { name, exact: true }).first();
  await expect(menu).toBeVisible();
  if (await button.isVisible()) return button.click();
  await menu.click();
  await page.getByRole('menuitem', { name }).click();
}

/** Subjects of the mails that went to somebody, as the admin's mailbox lists them. */
async function mailsTo(admin: Page, email: string): Promise<string> {
  await admin.goto('/admin/mailbox');
  const list = admin.getByRole('list', { name: 'Mails' });
  await expect(list).toBeVisible();
  return (await list.getByRole('link').filter({ hasText: email }).allTextContents()).join('\n');
}

test.describe.configure({ mode: 'serial' });

test.describe('the whole main job, in two browsers', () => {
  let asker: Page;
  let desk: Seat;
  let admin: Seat;
  let number: string;
  const trouble: string[][] = [];

  test.beforeAll(async ({ browser }: { browser: Browser }) => {
    asker = await (await browser.newContext()).newPage();
    desk = await seatOf(browser, emailOf('coordinator'));
    admin = await seatOf(browser, emailOf('admin'));
    trouble.push(watchForTrouble(asker), desk.trouble, admin.trouble);
  });
  test.afterEach(() => expect(trouble.flat()).toEqual([]));

  test('register, be told to wait, and be approved', async () => {
    await register(asker);
    await approve(admin.page);
  });

  test('ask with a screenshot and a document', async () => {
    number = await ask(asker);
  });

  test('be picked up', async () => {
    await desk.page.goto(`/tickets/${number}`);
    await expect(desk.page.getByText('half a label.png').first()).toBeVisible();
    await moveTo(desk.page, 'Claim');
    await expect(desk.page.getByText(/claimed this/).first()).toBeVisible();
    await expect(asker.getByText(/claimed this/).first()).toBeVisible();
  });

  test('talk live, both ways', async () => {
    await replyNow(desk.page, 'Which roll is in it?');
    await expect(article(asker, 'Which roll is in it?')).toBeVisible();
    await editor(asker, 'Reply').pressSequentially('The blue ');
    await expect(desk.page.getByText(/Noor.* is replying/)).toBeVisible();
    await reply(asker, 'The blue one');
    await expect(article(desk.page, 'The blue one')).toBeVisible();
  });

  test('keep a note among colleagues', async () => {
    await desk.page.getByRole('button', { name: 'Internal note' }).click();
    await editor(desk.page, 'Internal note').fill(NOTE);
    await desk.page.getByRole('button', { name: 'Add note' }).click();
    await expect(article(desk.page, NOTE)).toBeVisible();
    await desk.page.getByRole('button', { name: 'Reply', exact: true }).click();
    await replyNow(desk.page, 'One moment please');
    await expect(article(asker, 'One moment please')).toBeVisible();
    await expect(asker.getByText('4711')).toHaveCount(0);
    await asker.reload();
    await expect(article(asker, 'One moment please')).toBeVisible();
    expect(await asker.content()).not.toContain('4711');
  });

  test('wait for each other, resolve, reopen, resolve and close', async () => {
    await moveTo(desk.page, 'Set waiting');
    await expect(asker.getByText(/set\s+waiting/i).first()).toBeVisible();
    await reply(asker, 'Here is the number: 12-345');
    await expect(desk.page.getByText(/requester replied/).first()).toBeVisible();
    await moveTo(desk.page, 'Resolve');
    const close = asker.getByRole('button', { name: 'Close', exact: true });
    await expect(close).toBeVisible();
    await moveTo(asker, 'Reopen');
    await expect(desk.page.getByRole('button', { name: 'Start work' })).toBeVisible();
    await moveTo(desk.page, 'Resolve');
    await expect(close).toBeVisible();
    await moveTo(asker, 'Close');
    await expect(asker.getByRole('button', { name: 'Open new ticket' })).toBeVisible();
  });

  test('come back later: a follow-up', async () => {
    await editor(asker, 'Reply').fill('It began again');
    await asker.getByRole('button', { name: 'Open new ticket' }).click();
    await expect(asker.getByText(`Continues ${number}`).first()).toBeVisible();
    await expect(article(asker, 'It began again')).toBeVisible();
  });

  test('a mail for every step, and none for the note', async () => {
    await expect(async () => {
      const mails = await mailsTo(admin.page, ASKER.email);
      for (const said of STEPS) expect(mails).toContain(said.replace('#', number));
      expect(mails).not.toContain('4711');
    }).toPass({ timeout: 15_000 });
    await expect(admin.page.getByText('4711')).toHaveCount(0);
  });
});
