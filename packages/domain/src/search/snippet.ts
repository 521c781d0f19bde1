import type { SearchTerm } from './search-query.js';
import { wordsOf } from './words.js';

type Wanted = Pick<SearchTerm, 'kind' | 'text'>;

interface Match {
  term: number;
  start: number;
  end: number;
}

/** Characters before the first match, and altogether. */
const LEAD = 60;
const LENGTH = 220;

/**
 * The stretch of a text that shows most of what was looked for, on one line, with each match between the two marks.
 * The beginning, when nothing of the text matches.
 */
export function snippetOf(text: string, terms: readonly Wanted[], marks: readonly [string, string]): string {
  const line = text.replaceAll(marks[0], ' ').replaceAll(marks[1], ' ').replace(/\s+/gu, ' ').trim();
  const matches = matchesIn(line, terms);
  const { start, end } = cut(line, bestStart(matches));
  const shown = matches.filter((match) => match.start >= start && match.end <= end);
  let marked = '';
  let at = start;
  for (const match of shown) {
    if (match.start < at) continue;
    marked += line.slice(at, match.start) + marks[0] + line.slice(match.start, match.end) + marks[1];
    at = match.end;
  }
  return `${start > 0 ? '… ' : ''}${marked}${line.slice(at, end)}${end < line.length ? ' …' : ''}`;
}

/** In order of their place; a phrase is one match. */
function matchesIn(line: string, terms: readonly Wanted[]): Match[] {
  const words = wordsOf(line);
  const wanted = terms.map(({ kind, text }) => ({ isPrefix: kind === 'prefix', words: wordsOf(text) }));
  return words.flatMap(({ start }, at) =>
    wanted.flatMap(({ isPrefix, words: sought }, term) => {
      const isHere = sought.every(({ word }, offset) => {
        const found = words[at + offset]?.word;
        return isPrefix ? found?.startsWith(word) : found === word;
      });
      const last = words[at + sought.length - 1];
      return isHere && last && sought.length > 0 ? [{ term, start, end: last.end }] : [];
    }),
  );
}

/** The match from which on a snippet would show the most terms; the first of equals. */
function bestStart(matches: readonly Match[]): number {
  let best = { start: 0, shown: 0 };
  for (const { start } of matches) {
    const within = matches.filter((match) => match.start >= start && match.end <= start + LENGTH - LEAD);
    const shown = new Set(within.map(({ term }) => term)).size;
    if (shown > best.shown) best = { start, shown };
  }
  return best.start;
}

/** Around a place, at blanks where there are any near. */
function cut(line: string, around: number): { start: number; end: number } {
  const from = Math.max(0, around - LEAD);
  const blank = line.indexOf(' ', from);
  const start = from === 0 || blank < 0 || blank >= around ? (from === 0 ? 0 : around) : blank + 1;
  if (line.length <= start + LENGTH) return { start, end: line.length };
  const until = line.lastIndexOf(' ', start + LENGTH);
  return { start, end: until > around ? until : start + LENGTH };
}
