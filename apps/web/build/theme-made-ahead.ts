import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Plugin, runnerImport } from 'vite';
import { themeData } from './theme-data.ts';

const CREATE_THEME = /\/@mui\/material\/styles\/createTheme\.mjs$/;
const THEME = fileURLToPath(new URL('../src/app/theme/theme.ts', import.meta.url));
const MADE = new URL('./made-theme.js', import.meta.url);
/** What MUI's theme can do and the made one cannot: nothing of ours asks for it, nor what we use of MUI. */
const MISSING = /\.(?:lighten|darken|getContrastText|augmentColor)\(/;

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
export default (options) => madeTheme(JSON.parse(${data}), options, createTransitions);`;
    },
    generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle)) {
        const found = chunk.type === 'chunk' && MISSING.exec(chunk.code);
        if (found) this.error(`${chunk.fileName} calls ${found[0]}), which the theme made ahead lacks: made-theme.js`);
      }
    },
  };
}
