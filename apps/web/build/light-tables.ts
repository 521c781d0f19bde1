import type { Plugin } from 'vite';

const TABLE = /\/contracts\/src\/.+\.endpoints\.ts$/;
const CLASSES = /^import (\{[^}]*\}) from '[^']*(?:dto|params|page|response)\.js';$/gm;

/**
 * Asking takes an endpoint's method and path; the classes of its parts are types to the browser. Without them in the
 * tables no page waits for a validator before it can ask for a list: a form loads its class with its first check.
 */
export const lightTables = (): Plugin => ({
  name: 'baton-light-tables',
  enforce: 'pre',
  transform: (code, id) => (TABLE.test(id) ? code.replace(CLASSES, 'const $1 = {};') : undefined),
});
