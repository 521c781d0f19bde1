import { timed } from './paints.mjs';

/** Rows of the queue with what their tickets are called. */
const rowsOf = (page) =>
  page.locator('main a[href*="/ACME-"]').evaluateAll((links) =>
    links.map((link) => {
      const number = link.getAttribute('href').match(/ACME-\d+/)[0];
      return { number, selector: `main a[href*="/${number}"]` };
    }),
  );

const pause = (page, milliseconds) => page.waitForTimeout(milliseconds);
/** As when somebody has read what they opened. */
const SETTLE_MS = 250;

/** The head names the ticket; what was said stands in articles below it. Both come in one piece. */
const shownTicket = ({ number }) => [{ selector: 'main header', text: `${number} · `, beside: 'article' }];

/** Looks at each ticket once, so that the browser knows it. */
async function visitAll(page, rows) {
  for (const { selector, number } of rows) {
    await page.locator(selector).first().click();
    await page.locator('main header:visible', { hasText: `${number} · ` }).waitFor();
    await pause(page, 2 * SETTLE_MS);
  }
}

/** A ticket the browser knows, from the click in the list to its title and conversation on the screen. */
export async function cachedTicket(page, samples, { pressMs }) {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('/queue');
  await page.locator('main a[href*="/ACME-"]').nth(8).waitFor();
  const tickets = (await rowsOf(page)).slice(0, 9);
  await visitAll(page, tickets);
  const times = [];
  for (let sample = 0; sample < samples; sample++) {
    const ticket = tickets[sample % tickets.length];
    const press = () => page.locator(ticket.selector).first().click({ delay: pressMs });
    times.push(await timed(page, 'click', shownTicket(ticket), press));
    await pause(page, SETTLE_MS);
  }
  return times;
}

/** Between a page that is a list and one that is a ticket, forth and back. */
export async function listAndTicket(page, samples, { pressMs }) {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/queue');
  await page.locator('main a[href*="/ACME-"]').nth(5).waitFor();
  const [row] = await rowsOf(page);
  const list = [{ selector: row.selector, text: '' }];
  const open = () => page.locator(row.selector).first().click({ delay: pressMs });
  const back = () => page.getByRole('link', { name: /^Back/ }).first().click({ delay: pressMs });
  await visitAll(page, [row]);
  const ticket = shownTicket(row);
  await back();
  const times = [];
  while (times.length < samples) {
    await page.locator(row.selector).first().waitFor();
    await pause(page, SETTLE_MS);
    times.push(await timed(page, 'click', ticket, open));
    await pause(page, SETTLE_MS);
    times.push(await timed(page, 'click', list, back));
  }
  return times;
}

/** From the key that sends to the message standing in the conversation. */
export async function sendEcho(page, samples, { newTicket }) {
  await page.setViewportSize({ width: 1440, height: 900 });
  const { number } = await newTicket();
  await page.goto(`/tickets/${number}`);
  const editor = page.getByRole('textbox', { name: 'Reply', exact: true });
  await editor.waitFor();
  const times = [];
  for (let sample = 0; sample < samples; sample++) {
    const text = `Echo ${sample} of ${samples}`;
    await editor.fill(text);
    await pause(page, SETTLE_MS);
    const wanted = [{ selector: 'main article, main li, main [role="article"]', text }];
    times.push(await timed(page, 'keydown', wanted, () => page.keyboard.press('Control+Enter')));
    await pause(page, SETTLE_MS);
  }
  return times;
}

/** From Ctrl-K to the palette, and from a key in it to its answer. */
export async function palette(page, samples) {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('/queue');
  await page.locator('main a[href*="/ACME-"]').nth(8).waitFor();
  await pause(page, 3000);
  const times = [];
  while (times.length < samples) {
    await page.locator('body').focus();
    const open = [{ selector: 'dialog[open] [role="option"]', text: '' }];
    times.push(await timed(page, 'keydown', open, () => page.keyboard.press('Control+k')));
    const answer = [{ selector: 'dialog[open] [role="option"] mark', text: 'a' }];
    times.push(await timed(page, 'keydown', answer, () => page.keyboard.press('a')));
    await page.keyboard.press('Escape');
    await pause(page, SETTLE_MS);
  }
  return times;
}

const BARE = `<!doctype html><title>Bare</title><main><button>Count</button><article></article></main>
<script>document.querySelector('button').onclick = () => { document.querySelector('article').textContent = ++count; };
let count = 0;</script>`;

/** The least there is: a click that changes one text on an empty page. What it takes is the machine's, not the app's. */
export async function bare(page, samples, { pressMs }) {
  await page.setContent(BARE);
  const times = [];
  for (let sample = 1; sample <= samples; sample++) {
    const wanted = [{ selector: 'article', text: String(sample) }];
    times.push(await timed(page, 'click', wanted, () => page.locator('button').click({ delay: pressMs })));
    await pause(page, SETTLE_MS);
  }
  return times;
}
