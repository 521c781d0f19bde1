import { type ComponentType, lazy } from 'react';

interface Loaded {
  default: ComponentType;
}

/** A promise is never kept before the next moment; what is there already should be shown in this one. */
// biome-ignore lint/suspicious/noThenProperty: it stands for a promise
const atOnce = (loaded: Loaded) => ({ then: (take: (loaded: Loaded) => void) => take(loaded) }) as Promise<Loaded>;

/**
 * A component whose code can be fetched before it is shown. Then nothing is shown in its place first, which React would
 * let stand for 300 ms.
 */
export function loadedAhead<Name extends string>(load: () => Promise<Record<Name, ComponentType>>, name: Name) {
  let loaded: Loaded | undefined;
  const preload = async (): Promise<Loaded> => {
    loaded ??= { default: (await load())[name] };
    return loaded;
  };
  return { Page: lazy(() => (loaded ? atOnce(loaded) : preload())), preload };
}
