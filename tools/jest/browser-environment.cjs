const { createRequire } = require('node:module');
const { join } = require('node:path');

// jsdom is a dependency of the web app, not of the repository root.
const webRequire = createRequire(join(__dirname, '../../apps/web/package.json'));
const { TestEnvironment } = webRequire('jest-environment-jsdom');

/** What every browser has and jsdom lacks. */
const missing = [
  'TextEncoder',
  'TextDecoder',
  'structuredClone',
  'ReadableStream',
  'TransformStream',
  'BroadcastChannel',
];

/** jsdom, completed with Node's own versions of standard browser globals. */
module.exports = class BrowserEnvironment extends TestEnvironment {
  async setup() {
    await super.setup();
    for (const name of missing) this.global[name] ??= globalThis[name];
  }
};
