/** The end of the row; the newest turn settles it once it is over. */
let row: Promise<void> | undefined;

const nextTask = () => new Promise<void>((done) => setTimeout(done));

/**
 * For what several parts of a page do in the same moment: the first begins at once, each other in a turn of its own, so
 * that together they do not hold up the browser.
 */
export function ownTurn(): Promise<void> {
  // Timers of a page that nobody looks at run once a second.
  if (document.hidden) return Promise.resolve();
  const turn = row ?? Promise.resolve();
  const over = turn.then(nextTask);
  row = over;
  void over.then(() => {
    if (row === over) row = undefined;
  });
  return turn;
}
