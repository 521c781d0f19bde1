import createCache, { type StylisPlugin } from '@emotion/cache';

/** Properties that a browser we support knows by another name than they are written with, by us or by MUI → its names. */
const NAMES: Record<string, string[]> = {
  'user-select': ['-webkit-user-select', 'user-select'],
  'color-adjust': ['-webkit-print-color-adjust', 'print-color-adjust'],
};

const otherNames: StylisPlugin = (element) => {
  const names = element.type === 'decl' && NAMES[String(element.props)];
  if (names) element.return = names.map((name) => `${name}:${element.children};`).join('');
};

/** Without the names that properties had in browsers of ten years ago, which took half of the work for a style. */
export const styleCache = () => createCache({ key: 'css', stylisPlugins: [otherNames] });
