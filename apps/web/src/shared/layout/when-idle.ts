/** At the latest, however busy the page is. */
const LATEST_MS = 2000;

const SOON_MS = 100;

/** Runs once what is on the screen needs nothing more. @returns calls it off */
export function whenIdle(work: () => void): () => void {
  if ('requestIdleCallback' in globalThis) {
    const id = requestIdleCallback(() => work(), { timeout: LATEST_MS });
    return () => cancelIdleCallback(id);
  }
  // Safari cannot say when it is idle.
  const timer = setTimeout(work, SOON_MS);
  return () => clearTimeout(timer);
}
