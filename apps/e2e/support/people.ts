import { type Browser, type BrowserContextOptions, expect, type Page } from '@playwright/test';

export const PASSWORD = 'baton-demo-2026';
export type Role = 'admin' | 'coordinator' | 'employee';
export const ROLES: Role[] = ['admin', 'coordinator', 'employee'];
export const emailOf = (role: Role, organization = 'acme'): string => `${role}@${organization}.test`;

/** The browser's own remark on an answer of 400 and above; what the page makes of that is the journey's to see. */
const EXPECTED = /^Failed to load resource/;

/** Anything that would mean that somebody's text came alive, or that the page broke. */
export function watchForTrouble(page: Page): string[] {
  const trouble: string[] = [];
  page.on('dialog', async (dialog) => {
    trouble.push(`dialog: ${dialog.message()}`);
    await dialog.dismiss();
  });
  page.on('pageerror', (error) => trouble.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' && !EXPECTED.test(message.text())) trouble.push(`console: ${message.text()}`);
  });
  return trouble;
}

export interface Seat {
  page: Page;
  trouble: string[];
  close: () => Promise<void>;
}

/** A browser of somebody's own, signed in without the form: the refresh cookie is all that a page starts from. */
export async function seatOf(
  browser: Browser,
  email: string,
  { password = PASSWORD, ...options }: BrowserContextOptions & { password?: string } = {},
): Promise<Seat> {
  const context = await browser.newContext(options);
  const answer = await context.request.post('/api/auth/login', { data: { email, password } });
  expect(answer.status()).toBe(200);
  const page = await context.newPage();
  return { page, trouble: watchForTrouble(page), close: () => context.close() };
}

/** Through the form, as people do. */
export async function signIn(page: Page, email: string, password: string = PASSWORD): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('Work email').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}
