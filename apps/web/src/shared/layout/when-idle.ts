/** At the latest, however busy the page is. */
const LATEST_MS = 2000;

/** Runs once what is on the screen needs nothing more. @returns calls it off */
export function whenIdle(work: () => void): () => void {
  if ('requestIdleCallback' in globalThis) {
    const id = requestIdleCallback(() => work(), { timeout: LATEST_MS });
    return () => cancelIdleCallback(id);
  }
  const timer = setTimeout(work, LATEST_MS);
  return () => clearTimeout(timer);
}
