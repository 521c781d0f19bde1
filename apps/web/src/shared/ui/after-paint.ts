/** Runs once the picture that is being made stands on the screen. Where nothing is painted, soon. */
export function afterPaint(run: () => void): void {
  if (document.hidden) setTimeout(run);
  else requestAnimationFrame(() => setTimeout(run));
}
