import { type ComponentProps, type MouseEvent, useCallback, useContext } from 'react';
import { UNSAFE_NavigationContext as NavigationContext } from 'react-router-dom';
import { address } from './address';

interface Props extends Omit<ComponentProps<'a'>, 'href'> {
  /** A whole address of the app, such as `/queue/ACME-12?view=mine`. */
  to: string;
  /** What the address does not say, for the page that is opened. */
  state?: unknown;
  /** Going back leads past where one is now. */
  replace?: boolean;
}

/**
 * Goes to a whole address of the app, or elsewhere on the page one is on. The same each time: the router's own is
 * another one at each address.
 */
export function useGo(): (to: string | { search: string }, how?: Pick<Props, 'state' | 'replace'>) => void {
  const { navigator } = useContext(NavigationContext);
  return useCallback((to, { state, replace } = {}) => navigator[replace ? 'replace' : 'push'](to, state), [navigator]);
}

/** With a key held, or another button, the browser opens it elsewhere. */
const isPlain = ({ button, metaKey, altKey, ctrlKey, shiftKey }: MouseEvent) =>
  button === 0 && !(metaKey || altKey || ctrlKey || shiftKey);

/**
 * A link within the app. The router's own may be relative to where one is, and so each is drawn again with each step
 * to another address; the desk shows half a hundred at once.
 */
export function Link({ to, state, replace, onClick, ...rest }: Props) {
  const { navigator } = useContext(NavigationContext);
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    if (event.defaultPrevented || !isPlain(event)) return;
    event.preventDefault();
    navigator[replace || address.path() === to ? 'replace' : 'push'](to, state);
  };
  return <a {...rest} href={navigator.createHref(to)} onClick={follow} />;
}
