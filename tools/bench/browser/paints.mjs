/**
 * Runs in the page. From the moment the browser took the input to the paint after which what it asked for can be seen:
 * the frame that shows it is waited for to its end.
 */
function installStopwatch() {
  const afterPaint = () =>
    new Promise((painted) =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => painted(performance.now());
        port2.postMessage(null);
      }),
    );
  const isSeen = ({ selector, text, gone }) => {
    const found = [...document.querySelectorAll(selector)].some(
      (element) => element.textContent.includes(text) && element.checkVisibility({ visibilityProperty: true }),
    );
    return gone ? !found : found;
  };
  const isAlone = ({ key }) => ['Control', 'Shift', 'Alt', 'Meta'].includes(key);
  const until = (wanted, began, done) => {
    const look = async () => {
      if (!wanted.every(isSeen)) return requestAnimationFrame(look);
      done((await afterPaint()) - began);
    };
    look();
  };
  /** Waits for the next such input; `globalThis.timed` is how long it then takes. */
  globalThis.stopwatch = (input, wanted) => {
    globalThis.timed = new Promise((done) => {
      const heard = (event) => {
        if (isAlone(event)) return;
        removeEventListener(input, heard, { capture: true });
        until(wanted, event.timeStamp, done);
      };
      addEventListener(input, heard, { capture: true });
    });
  };
}

/** So long something may take before it counts as not happening. */
const PATIENCE_MS = 20_000;

export const withStopwatch = (context) => context.addInitScript(installStopwatch);

/**
 * @param input the event that counts as the input, such as `click`
 * @param wanted `{ selector, text }` each of which has to be seen
 * @param act does it
 * @returns milliseconds from input to paint
 */
export async function timed(page, input, wanted, act) {
  await page.evaluate(([name, all]) => globalThis.stopwatch(name, all), [input, wanted]);
  await act();
  const time = page.evaluate(() => globalThis.timed);
  const late = new Promise((_, reject) => {
    setTimeout(() => reject(new Error(`Never seen: ${JSON.stringify(wanted)}`)), PATIENCE_MS).unref();
  });
  return Promise.race([time, late]);
}
