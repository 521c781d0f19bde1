import type { AxeBuilder } from '@axe-core/playwright';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { type Caller, callerFor } from '../support/api.js';
import { axe } from '../support/axe.js';
import { emailOf, type Role, seatOf } from '../support/people.js';

const OPEN = [
  '/sign-in',
  '/register',
  '/forgot-password',
  '/reset-password?token=x',
  '/accept-invitation?token=x',
  '/nowhere',
];
const PAGES: Record<Role, string[]> = {
  employee: ['/', '/search', '/tickets', '/tickets/new', '/tickets/:ticket', '/profile'],
  coordinator: [
    '/',
    '/search?q=printer',
    '/queue',
    '/queue?layout=table&priority=high',
    '/queue?layout=board',
    '/queue/:ticket',
    '/tickets/new',
    '/tickets/:ticket',
    '/macros',
  ],
  admin: [
    '/',
    '/queue/:ticket',
    '/admin/approvals',
    '/admin/people',
    '/admin/people?view=teams',
    '/admin/people?view=work',
    '/admin/people?view=skills',
    '/admin/people/:person',
    '/admin/assignment',
    '/admin/categories',
    '/admin/fields',
    '/admin/policies',
    '/admin/policies/new',
    '/admin/calendars',
    '/admin/calendars/new',
    '/admin/organization',
    '/admin/mailbox',
    '/analytics',
  ],
};
type Opening = [what: string, address: string, open: (page: Page) => Promise<void>];
const menu = async (page: Page, item: string) => {
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: item }).click();
};
const press = (name: string) => (page: Page) => page.getByRole('button', { name, exact: true }).first().click();
/** What opens over a page, and how. */
const OPENINGS: Partial<Record<Role, Opening[]>> = {
  coordinator: [
    ['the palette', '/queue/:ticket', (page) => page.keyboard.press('Control+k')],
    ['the shortcuts', '/queue', (page) => page.keyboard.press('?')],
    ['the bell', '/queue', (page) => page.getByRole('button', { name: /^Notifications/ }).click()],
    ['the filters', '/queue', (page) => page.keyboard.press('f')],
    ['saving a view', '/queue?priority=high', (page) => page.keyboard.press('w')],
    ['choosing a macro', '/queue/:ticket', press('Macros')],
    ['merging', '/queue/:ticket', (page) => menu(page, 'Merge into another ticket')],
    ['linking', '/queue/:ticket', (page) => menu(page, 'Link to another ticket')],
    ['the details', '/queue/:ticket', press('Details')],
    [
      'the sum behind a deadline',
      '/queue/:ticket',
      async (page) => {
        await press('Details')(page);
        await press('Intervals')(page);
        await page.getByRole('dialog', { name: /clock$/ }).waitFor();
      },
    ],
    ['a new macro', '/macros', press('New macro')],
  ],
  admin: [
    ['a new field', '/admin/fields', press('New field')],
    ['importing holidays', '/admin/calendars/new', press('Import')],
    ['a new skill', '/admin/people?view=skills', press('New skill')],
    ['a new team', '/admin/people?view=teams', press('New team')],
    ['a new category', '/admin/categories', press('New category')],
    ['why somebody', '/tickets/:given', (page) => page.getByRole('button', { name: /^Why / }).click()],
    ['the availability', '/queue', (page) => page.getByRole('button', { name: /^Availability/ }).click()],
  ],
};
const SCREENS = { desktop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } };

let caller: Caller;
let ticket: string;
let given: string;
let person: string;

/** A ticket of a team that hands out work by itself, and one of its people. */
async function handOut(admin: Caller): Promise<{ given: string; person: string }> {
  const { items } = await admin.send('get', '/work-profiles');
  const memberIds: string[] = items.map((profile: { person: { id: string } }) => profile.person.id);
  const name = `Chairs ${Date.now().toString(36)} ${process.pid}`;
  const team = await admin.send('post', '/teams', { name, mode: 'best_match', memberIds });
  const { id: categoryId } = await admin.send('post', '/categories', { name, teamId: team.id });
  const body = { subject: 'A chair without a wheel', description: 'It tips over.', categoryId };
  return { given: (await caller.send('post', '/tickets', body)).number, person: memberIds[0] as string };
}

test.beforeAll(async ({ baseURL }) => {
  caller = await callerFor(baseURL, emailOf('employee'));
  ticket = (await caller.send('get', '/tickets?status=waiting,in_progress,open')).items[0].number;
  const admin = await callerFor(baseURL, emailOf('admin'));
  ({ given, person } = await handOut(admin));
  await admin.close();
});
test.afterAll(() => caller.close());

/** Every violation as one line: the rule, and the first place that breaks it. */
const linesOf = ({ violations }: Awaited<ReturnType<AxeBuilder['analyze']>>): string[] =>
  violations.map(({ id, nodes }) => `${id}: ${nodes.length} × ${nodes[0]?.html.slice(0, 160)}`);

/** All rules in the light, then in the dark those that the colours can break. */
async function violations(page: Page, address: string, open?: Opening[2]): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await page.goto(address.replace(':ticket', ticket).replace(':given', given).replace(':person', person));
  await expect(page.getByRole('heading').first()).toBeVisible();
  await page.waitForLoadState('networkidle');
  if (open) {
    await open(page);
    await expect(page.locator('dialog[open], [role="dialog"]:visible').first()).toBeVisible();
    await page.waitForLoadState('networkidle');
  }
  const light = await axe(page).analyze();
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await expect(page.locator('html')).toHaveCSS('color-scheme', 'dark');
  const dark = await axe(page).withRules(['color-contrast', 'link-in-text-block']).analyze();
  return [...linesOf(light), ...linesOf(dark).map((line) => `dark ${line}`)];
}

async function sweep(page: Page, addresses: string[]): Promise<string[]> {
  const all: string[] = [];
  for (const [screen, viewport] of Object.entries(SCREENS)) {
    await page.setViewportSize(viewport);
    for (const address of addresses)
      all.push(...(await violations(page, address)).map((line) => `${screen} ${address} ${line}`));
  }
  return all;
}

test.describe('no page breaks a rule of axe, on any screen, in any theme', () => {
  test.setTimeout(240_000);

  test('for everybody', async ({ page }) => {
    expect(await sweep(page, OPEN)).toEqual([]);
  });

  for (const [role, addresses] of Object.entries(PAGES) as [Role, string[]][])
    test(`for the ${role}`, async ({ browser }: { browser: Browser }) => {
      const { page, close } = await seatOf(browser, emailOf(role));
      expect(await sweep(page, addresses)).toEqual([]);
      await close();
    });

  for (const [role, openings] of Object.entries(OPENINGS) as [Role, Opening[]][])
    test(`in what opens for the ${role}`, async ({ browser }: { browser: Browser }) => {
      const { page, close } = await seatOf(browser, emailOf(role));
      const all: string[] = [];
      for (const [what, address, open] of openings)
        all.push(...(await violations(page, address, open)).map((line) => `${what} ${line}`));
      expect(all).toEqual([]);
      await close();
    });
});
