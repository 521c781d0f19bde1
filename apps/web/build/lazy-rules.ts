import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const recorder = fileURLToPath(new URL('../src/shared/forms/recorded-rules.ts', import.meta.url));
const LIBRARIES = ['class-validator', 'class-transformer'];
/** The two modules that run rules rather than declare them; both are loaded with a form's first check. */
const RUNS_RULES = /\/(?:shared\/forms\/rules|contracts\/src\/http\/validate)\.ts$/;
const NOTHING = '\0nothing';

/**
 * Endpoint tables name DTO classes, and those their rules: with the libraries behind the rules every page would load
 * a validator before it can ask for a list. Contracts get `recorded-rules.ts` instead.
 */
export const lazyRules = (): Plugin => ({
  name: 'baton-lazy-rules',
  enforce: 'pre',
  resolveId(source, importer) {
    if (!importer?.includes('/contracts/src/') || RUNS_RULES.test(importer)) return undefined;
    if (LIBRARIES.includes(source)) return recorder;
    return source.startsWith('reflect-metadata') ? NOTHING : undefined;
  },
  load: (id) => (id === NOTHING ? '' : undefined),
});
