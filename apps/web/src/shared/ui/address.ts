import { useSyncExternalStore } from 'react';
import { createPath, type Location, NavigationType, type Navigator, parsePath, type To } from 'react-router-dom';
import { afterPaint } from './after-paint';

interface Entry {
  location: Location;
  action: NavigationType;
}

/** A page that takes long to draw does not keep the way back from being written down. */
const LATEST_MS = 100;

let now: Entry | undefined;
/** How the browser has still to be told of the present one. */
let untold: 'pushState' | 'replaceState' | null = null;
let changed = (): void => undefined;

/** As the browser has it. What a page gave along, and the key, lie in its history. */
function written(): Entry {
  const { pathname, search, hash } = location;
  const { usr: state = null, key = 'default' } = history.state ?? {};
  return { location: { pathname, search, hash, state, key }, action: NavigationType.Pop };
}

const current = (): Entry => {
  now ??= written();
  return now;
};

function tell(): void {
  if (untold === null) return;
  const how = untold;
  untold = null;
  const { state: usr, key, ...path } = current().location;
  const url = createPath(path);
  try {
    history[how]({ usr, key }, '', url);
  } catch (error) {
    // What cannot be kept is a mistake of the page.
    if (error instanceof DOMException && error.name === 'DataCloneError') throw error;
    // Too many in a short time: then with a load of the page.
    if (how === 'pushState') location.assign(url);
    else location.replace(url);
  }
}

function enter(action: NavigationType.Push | NavigationType.Replace, to: To, state: unknown = null): void {
  if (action === NavigationType.Push) {
    tell();
    untold = 'pushState';
  } else untold ??= 'replaceState';
  const path = typeof to === 'string' ? parsePath(to) : to;
  const { pathname } = current().location;
  const key = Math.random().toString(36).slice(2, 10);
  // Beside the address it leaves the browser keeps how far its page was scrolled, and so has to hear of the next in time.
  const isScrolled = scrollY > 0;
  now = { location: { pathname, search: '', hash: '', ...path, state, key }, action };
  if (isScrolled) tell();
  else {
    afterPaint(tell);
    setTimeout(tell, LATEST_MS);
  }
  changed();
}

/** Somebody who goes back that quickly does so from where the browser is. */
function wentBack(): void {
  untold = null;
  now = written();
  changed();
}

/** There is one router. */
function subscribe(listener: () => void): () => void {
  changed = listener;
  addEventListener('popstate', wentBack);
  // A hidden page paints nothing, and may never be shown again.
  document.addEventListener('visibilitychange', tell);
  return () => {
    removeEventListener('popstate', wentBack);
    document.removeEventListener('visibilitychange', tell);
  };
}

/**
 * The address of the app, for the router. The browser hears of a new one once its page stands on the screen: writing
 * it down takes longer than showing a ticket that waits, and as much again in the browser's own process.
 */
export const address: Navigator & { path: () => string } = {
  createHref: (to) => (typeof to === 'string' ? to : createPath(to)),
  push: (to, state) => enter(NavigationType.Push, to, state),
  replace: (to, state) => enter(NavigationType.Replace, to, state),
  go(steps) {
    tell();
    history.go(steps);
  },
  /** Where one is, such as `/queue/ACME-12?view=mine`. */
  path: () => createPath({ ...current().location, hash: '' }),
};

export const useAddress = (): Entry => useSyncExternalStore(subscribe, current);
