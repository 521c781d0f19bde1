import { useCommands } from '../../shared/keyboard/use-commands';
import { texts } from './search.texts';

/** Moves focus among the results; Enter follows the focused link by itself. */
function move(step: 1 | -1): void {
  const hits = [...document.querySelectorAll<HTMLElement>('[data-hit]')];
  const at = hits.indexOf(document.activeElement as HTMLElement);
  const next = at < 0 ? (step > 0 ? 0 : -1) : Math.min(Math.max(at + step, 0), hits.length - 1);
  hits[next]?.focus();
}

export function useHitKeys(): void {
  const to = (keys: string, label: string, step: 1 | -1) => ({ keys, label, run: () => move(step), onlyKeys: true });
  useCommands(texts.title, [
    to('j', texts.next, 1),
    to('ArrowDown', texts.next, 1),
    to('k', texts.previous, -1),
    to('ArrowUp', texts.previous, -1),
  ]);
}
