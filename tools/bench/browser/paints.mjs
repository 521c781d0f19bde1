/**
 * Runs in the page. From the moment the browser took the input to the end of the frame in which what it asked for can
 * be seen; and beside it, until the browser itself says that this frame was shown (Event Timing, in steps of 8 ms).
 */
function installStopwatch() {
  /** A frame's own callbacks run before it is laid out and painted; a message sent from them comes after that. */
  const frameEnd = () =>
    new Promise((painted) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => painted(performance.now());
      port2.postMessage(null);
    });
  const isVisible = (element) => element.checkVisibility({ visibilityProperty: true });
  const isSeen = ({ selector, text, beside }) =>
    [...document.querySelectorAll(selector)].some(
      (element) =>
        element.textContent.includes(text) &&
        isVisible(element) &&
        (!beside || [...element.parentElement.querySelectorAll(beside)].some(isVisible)),
    );
  const isAlone = ({ key }) => ['Control', 'Shift', 'Alt', 'Meta'].includes(key);
  const SAID_WITHIN_MS = 400;
  /** Milliseconds until the next frame after an input was shown; the browser keeps what took less than 16 to itself. */
  const shownAfter = (input, began) =>
    new Promise((said) => {
      const observer = new PerformanceObserver((list) => {
        const entry = list.getEntries().find(({ name, startTime }) => name === input && startTime === began);
        if (entry) said(entry.duration);
      });
      observer.observe({ type: 'event', durationThreshold: 16, buffered: true });
      setTimeout(() => {
        observer.disconnect();
        said(0);
      }, SAID_WITHIN_MS);
    });
  const until = (wanted, input, began, done) => {
    const shown = shownAfter(input, began);
    const look = async () => {
      if (!wanted.every(isSeen)) return requestAnimationFrame(look);
      const time = (await frameEnd()) - began;
      done({ time, shown: Math.max(time, await shown) });
    };
    requestAnimationFrame(look);
  };
  /** Waits for the next such input; `globalThis.timed` is how long it then takes. */
  globalThis.stopwatch = (input, wanted) => {
    globalThis.timed = new Promise((done) => {
      const heard = (event) => {
        if (isAlone(event)) return;
        removeEventListener(input, heard, { capture: true });
        until(wanted, input, event.timeStamp, done);
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
 * @param wanted `{ selector, text, beside }` each of which has to be seen, and below the same parent what stands `beside` it
 * @param act does it
 * @returns milliseconds from input to paint: `time` to the end of the frame, `shown` until it stood on the screen
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
