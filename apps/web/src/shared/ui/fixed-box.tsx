import { type CSSObject, css, __unsafe_useEmotionCache as useEmotionCache } from '@emotion/react';
import { type SxProps, type Theme, useTheme } from '@mui/material/styles';
import { type ComponentProps, createElement, type ElementType } from 'react';

type Cache = NonNullable<ReturnType<typeof useEmotionCache>>;

function classOf(cache: Cache, styles: CSSObject): string {
  const serialized = css(styles);
  const name = `${cache.key}-${serialized.name}`;
  cache.registered[name] = serialized.styles;
  if (cache.inserted[serialized.name] === undefined) cache.insert(`.${name}`, serialized, cache.sheet, true);
  return name;
}

/**
 * A `Box` whose styles never change: they are worked out once, not at each render. For what a page shows dozens of.
 * States are told by attributes.
 */
export function fixedBox<Tag extends ElementType>(tag: Tag, sx: SxProps<Theme>) {
  let own: string | undefined;
  // biome-ignore lint/correctness/noComponentHookFactories: called once for each module, as `styled` is
  return function FixedBox({ className, ...rest }: ComponentProps<Tag>) {
    const theme = useTheme();
    const cache = useEmotionCache();
    if (cache) own ??= classOf(cache, theme.unstable_sx(sx) as CSSObject);
    return createElement(tag as ElementType, { ...rest, className: className ? `${own} ${className}` : own });
  };
}
