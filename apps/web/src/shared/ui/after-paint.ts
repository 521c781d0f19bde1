/**
 * Runs once the picture that is being made stands on the screen: the next one is begun only then, and what runs before
 * takes the processor from its painting. Where nothing is painted, soon.
 */
export function afterPaint(run: () => void): void {
  if (document.hidden) setTimeout(run);
  else requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(run)));
}
