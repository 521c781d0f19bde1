import { hasChromium } from '../browser/chromium.mjs';
import { startDemo } from '../browser/demo-product.mjs';
import { measureBrowser } from '../browser.mjs';
import { measureLighthouse, rowsOf } from '../lighthouse.mjs';

/** What needs a browser is measured on the demo, with a product of its own; without a browser there is nothing to say. */
async function onScreen(say, measure) {
  if (!hasChromium()) {
    say('No Chromium here (CHROMIUM_PATH says where it is): not measured');
    return [];
  }
  const product = await startDemo();
  try {
    return await measure(product.url);
  } finally {
    await product.stop();
  }
}

/** From an input to the paint that answers it. */
export const browser = ({ pace, say }) => onScreen(say, (url) => measureBrowser({ url, samples: pace.inputs, say }));

export const lighthouse = ({ say }) => onScreen(say, async (url) => rowsOf(await measureLighthouse(url, say)));
