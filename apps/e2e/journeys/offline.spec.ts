import { expect, test } from '@playwright/test';
import { callerFor } from '../support/api.js';
import { emailOf, seatOf } from '../support/people.js';

test('a message written offline is kept and delivered once', async ({ browser, baseURL }) => {
  const asker = await callerFor(baseURL, emailOf('employee'));
  const { id, number } = await asker.send('post', '/tickets', { subject: 'In the tunnel', description: 'No signal' });
  const { page, trouble, close } = await seatOf(browser, emailOf('employee'));
  await page.goto(`/tickets/${number}`);
  const editor = page.getByRole('textbox', { name: 'Reply', exact: true });
  await expect(editor).toBeVisible();

  await page.context().setOffline(true);
  await expect(page.getByText('You are offline.').first()).toBeVisible();
  await editor.fill('Written in the tunnel');
  await page.getByRole('button', { name: 'Send later' }).click();
  await expect(page.getByText('Waiting to send')).toBeVisible();
  const texts = async () =>
    (await asker.send('get', `/tickets/${id}/messages`)).items.map(({ text }: { text: string }) => text);
  expect(await texts()).toEqual([]);

  await page.context().setOffline(false);
  await expect(page.getByText('Waiting to send')).toHaveCount(0, { timeout: 20_000 });
  await expect(page.getByRole('article').filter({ hasText: 'Written in the tunnel' })).toHaveCount(1);
  await page.reload();
  await expect(page.getByRole('article').filter({ hasText: 'Written in the tunnel' })).toHaveCount(1);
  expect(await texts()).toEqual(['Written in the tunnel']);
  expect(trouble.filter((line) => !/ERR_INTERNET_DISCONNECTED|WebSocket/.test(line))).toEqual([]);
  await close();
  await asker.close();
});
