import type { Plugin } from 'vite';

const TABLE = /\/contracts\/src\/.+\.endpoints\.ts$/;
const CLASSES = /^import \{([^}]*?),?\s*\} from '[^']*(?:dto|params|page|response)\.js';$/gm;
const DESCRIPTIONS = /^ +(?:summary|params|query|body|response):\s.+,$/gm;

/**
 * Asking takes an endpoint's method and path. What describes its parts is for the server, the compiler and the API's
 * documentation; without it no page waits for a validator before it can ask for a list. A form loads its class with
 * its first check.
 */
export const lightTables = (): Plugin => ({
  name: 'baton-light-tables',
  enforce: 'pre',
  // The classes stay as names without a value, for helpers that pass them on.
  transform: (code, id) => (TABLE.test(id) ? code.replace(DESCRIPTIONS, '').replace(CLASSES, 'let $1;') : undefined),
});
