import { expect, type Locator, type Page } from '@playwright/test';

/** Presses Tab until the wanted thing has the focus. */
export async function tabTo(page: Page, wanted: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await expect(wanted).toBeVisible();
  for (let presses = 0; presses < 120; presses++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${key} never reached ${wanted}`);
}

/** Every use of a pointer from now on; keys that press a button are none. */
export async function watchPointer(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const count = () =>
      sessionStorage.setItem('pointer-uses', String(Number(sessionStorage.getItem('pointer-uses')) + 1));
    for (const type of ['pointerdown', 'pointermove', 'touchstart', 'wheel']) addEventListener(type, count, true);
  });
  return () => page.evaluate(() => Number(sessionStorage.getItem('pointer-uses')));
}
