import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Plugin, runnerImport } from 'vite';
import { themeData } from './theme-data.ts';

const CREATE_THEME = /\/@mui\/material\/styles\/createTheme\.mjs$/;
const THEME = fileURLToPath(new URL('../src/app/theme/theme.ts', import.meta.url));
const MADE = new URL('./made-theme.js', import.meta.url);
/** A theme never changes: it is made during the build, which takes a phone 80 ms, and comes as data. */
export function themeMadeAhead(): Plugin {
  let configFile: string | undefined;
  return {
    name: 'baton-theme-made-ahead',
    apply: 'build',
    enforce: 'pre',
    configResolved: (config) => {
      configFile = config.configFile;
    },
    async load(id) {
      if (!CREATE_THEME.test(id)) return;
      const { module } = await runnerImport<{ theme: object }>(THEME, { configFile });
      const data = JSON.stringify(JSON.stringify(themeData(module.theme)));
      return `${readFileSync(MADE, 'utf8')}
import createTransitions from './createTransitions.mjs';
export default (options = {}) => {
  if (!options.colorSchemes) throw new TypeError('A build has one theme, made ahead: app/theme/theme.ts');
  return madeTheme(JSON.parse(${data}), options, createTransitions);
};`;
    },
  };
}
