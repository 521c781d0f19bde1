import type { QueryClient } from '@tanstack/react-query';
import { type ComponentType, lazy } from 'react';

/** What else a page may bring along. */
export interface Ahead {
  /** Asks what the page will ask for first. @param search of its address, with the question mark */
  askAhead?: (client: QueryClient, search: string) => Promise<void>;
}

interface Loaded<Props> {
  default: ComponentType<Props> & Ahead;
}

/** A promise is never kept before the next moment; what is there already should be shown in this one. */
// biome-ignore lint/suspicious/noThenProperty: it stands for a promise
const atOnce = <T>(loaded: T) => ({ then: (take: (loaded: T) => void) => take(loaded) }) as Promise<T>;

/**
 * A component whose code can be fetched before it is shown. Then nothing is shown in its place first, which React would
 * let stand for 300 ms.
 */
export function loadedAhead<Name extends string, Props extends object = object>(
  load: () => Promise<Record<Name, ComponentType<Props> & Ahead>>,
  name: Name,
) {
  let loaded: Loaded<Props> | undefined;
  const preload = async (): Promise<Loaded<Props>> => {
    loaded ??= { default: (await load())[name] };
    return loaded;
  };
  return { Page: lazy(() => (loaded ? atOnce(loaded) : preload())), preload };
}
