import createCache, { type StylisPlugin } from '@emotion/cache';

/** The one property we use that a browser still has under a name of its own: Safari. */
const selectable: StylisPlugin = (element) => {
  if (element.type === 'decl' && element.props === 'user-select')
    element.return = `-webkit-user-select:${element.children};${element.value}`;
};

/** Without the names that properties had in browsers of ten years ago, which is half of what a style takes to be written. */
export const styleCache = () => createCache({ key: 'css', stylisPlugins: [selectable] });
