/** Where a Chromium-like browser is on this machine, if anywhere. CHROMIUM_PATH decides when it is set. */
import { existsSync } from 'node:fs';

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

export const findBrowser = () => process.env.CHROMIUM_PATH ?? places.find((path) => existsSync(path));

export const howToGetOne =
  'Install Chromium or Chrome (Debian and Ubuntu: apt-get install chromium), or set CHROMIUM_PATH to one.';
