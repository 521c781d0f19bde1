import type { Plugin } from 'vite';

interface Part {
  /** End of the path of a library's file. */
  file: string;
  instead: string;
}

const NEVER = "export default () => { throw new TypeError('Left out of this build'); };";

/** Parts of libraries that every page would wait for and none ever runs. */
const PARTS: Part[] = [
  // Requests go by XMLHttpRequest, which tells how much of an upload is out.
  { file: 'axios/lib/adapters/fetch.js', instead: 'export const getFetch = undefined;' },
  // Bodies are JSON, or a form that is one already; lists in a query are written by `http.ts`.
  { file: 'axios/lib/helpers/toFormData.js', instead: NEVER },
  { file: 'axios/lib/helpers/toURLEncodedForm.js', instead: NEVER },
  { file: 'axios/lib/helpers/formDataToJSON.js', instead: NEVER },
  { file: 'axios/lib/helpers/AxiosURLSearchParams.js', instead: NEVER },
  { file: 'axios/lib/helpers/HttpStatusCode.js', instead: 'export default {};' },
  // The compiler checks the options.
  {
    file: 'axios/lib/helpers/validator.js',
    instead: 'export default { assertOptions() {}, validators: { transitional() {}, spelling() {} } };',
  },
  // Nothing is signed by a cookie that scripts can read.
  { file: 'axios/lib/helpers/cookies.js', instead: 'export default { write() {}, read: () => null, remove() {} };' },
  { file: 'axios/lib/helpers/isURLSameOrigin.js', instead: 'export default () => false;' },
  // Requests are given up by signals.
  { file: 'axios/lib/cancel/CancelToken.js', instead: 'export default undefined;' },
  // Its own way for older versions of React: styles are written while components are drawn, which is done in slices,
  // instead of all at once when the picture is put up, which took 60 ms of the first one.
  {
    file: '@emotion/use-insertion-effect-with-fallbacks/dist/emotion-use-insertion-effect-with-fallbacks.browser.esm.js',
    instead: `import { useInsertionEffect } from 'react';
export const useInsertionEffectAlwaysWithSyncFallback = (create) => create();
export const useInsertionEffectWithLayoutFallback = useInsertionEffect;`,
  },
  // For components wrapped by a theme of Emotion's own; ours is MUI's.
  {
    file: 'hoist-non-react-statics/dist/hoist-non-react-statics.cjs.js',
    instead: 'export default (target) => target;',
  },
  // The theme switches ripples off.
  { file: '@mui/material/ButtonBase/TouchRipple.mjs', instead: 'export default () => null;' },
  // The theme is there before the first paint by our own script (`first-script.js`).
  {
    file: '@mui/system/InitColorSchemeScript/InitColorSchemeScript.mjs',
    instead: `export const DEFAULT_MODE_STORAGE_KEY = 'mode';
export const DEFAULT_COLOR_SCHEME_STORAGE_KEY = 'color-scheme';
export const DEFAULT_ATTRIBUTE = 'data-color-scheme';
export const buildInitColorSchemeScript = undefined;
export default () => null;`,
  },
];

/** Files of which only a part is left out. */
const LESS: { files: RegExp; of: (code: string) => string }[] = [
  {
    // Themes for components that stand in none. All of ours do, and each takes 10 ms of a phone's first second.
    files:
      /@mui\/(?:material\/(?:Box\/Box|styles\/defaultTheme)|system\/(?:createStyled\/createStyled|useTheme\/useTheme))\.mjs$/,
    of: (code) => code.replace(/\bcreateTheme\(\)/, '{}'),
  },
  // Names of properties in old browsers; `style-cache.ts` says which are needed.
  { files: /@emotion\/cache\/dist\/.*browser\.esm\.js$/, of: (code) => code.replace('[prefixer]', '[]') },
];

/** What the router offers to everybody is the build that warns developers. */
const WARNING_BUILD = '/react-router/dist/development/';

/** Builds libraries without what is never run, nor what only warns. In development they are whole. */
export const leanLibraries = (): Plugin => ({
  name: 'baton-lean-libraries',
  apply: 'build',
  enforce: 'pre',
  async resolveId(source, importer) {
    if (!/^react-router(?:-dom)?(?:\/|$)/.test(source)) return null;
    const found = await this.resolve(source, importer, { skipSelf: true });
    return found && { ...found, id: found.id.replace(WARNING_BUILD, '/react-router/dist/production/') };
  },
  transform(code, id) {
    const less = LESS.find(({ files }) => files.test(id))?.of(code);
    if (less === code) this.error(`There is nothing to leave out of ${id} any more`);
    return less;
  },
  load: (id) => PARTS.find(({ file }) => id.endsWith(`/node_modules/${file}`))?.instead,
});
