import { type ComponentType, lazy } from 'react';

const Nothing = () => null;

/** A part that its page can do without: where its code cannot be had, nothing stands in its place. */
export const lazyOptional = <Props>(load: () => Promise<ComponentType<Props>>) =>
  lazy(async () => ({ default: await load().catch((): ComponentType<Props> => Nothing) }));
