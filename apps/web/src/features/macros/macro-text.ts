import type { MacroResponse } from '@baton/contracts/macros/macros.response';

/** A text without its marks, for one line of a list. */
export const plainText = (html: string): string =>
  new DOMParser()
    .parseFromString(html.replace(/<\/(?:p|li)>|<br\s*\/?>/g, '$& '), 'text/html')
    .body.textContent?.trim() ?? '';

/** Those whose name holds every word, or begins with what was typed, first. */
export function macrosFor(macros: readonly MacroResponse[], typed: string): MacroResponse[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const fitting = macros.filter(({ name }) => words.every((word) => name.toLowerCase().includes(word)));
  const begins = ({ name }: MacroResponse) => name.toLowerCase().startsWith(words[0] ?? '');
  return [...fitting.filter(begins), ...fitting.filter((macro) => !begins(macro))];
}
