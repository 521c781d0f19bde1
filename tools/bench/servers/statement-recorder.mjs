/**
 * Preloaded into the product: notes down the statements it sends while it is asked to, so that the limits beside it
 * run the very same ones. `start` begins, `stop` answers with what was sent meanwhile.
 */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from '../../support/workspace.mjs';

const pg = createRequire(join(root, 'apps/api/package.json'))('pg');
const { query } = pg.Client.prototype;

let recorded = null;
const connections = new WeakMap();
let count = 0;

function connectionOf(client) {
  if (!connections.has(client)) connections.set(client, ++count);
  return connections.get(client);
}

pg.Client.prototype.query = function (config, values, ...rest) {
  // What the job runner asks for on its own belongs to no request.
  if (recorded && this.connectionParameters.application_name === 'baton') {
    const { text, values: own } = typeof config === 'string' ? { text: config } : config;
    const given = own ?? (Array.isArray(values) ? values : []);
    recorded.push({ connection: connectionOf(this), text, values: given });
  }
  return query.call(this, config, values, ...rest);
};

process.on('message', (order) => {
  const statements = recorded;
  recorded = order === 'start' ? [] : null;
  process.send(statements ?? []);
});
// A product that nobody talks to any more stops as usual.
process.channel?.unref();
