/** A part of a text, `to` exclusive. */
export interface Span {
  from: number;
  to: number;
}

export interface Match {
  /** Higher is better. */
  score: number;
  /** What of the text was meant, in order and apart from each other. */
  spans: Span[];
}

const MARKS = /\p{Mark}/gu;

/** Letter by letter without accents and case, as long as the text itself. */
export const plain = (text: string): string =>
  [...text].map((letter) => (letter.normalize('NFD').replace(MARKS, '') || letter).toLowerCase()).join('');

const isWordStart = (text: string, at: number) => at === 0 || !/[\p{Letter}\p{Number}]/u.test(text[at - 1]!);

const SCORES = { text: 60, word: 40, inside: 20, letters: 5 };

/** The letters of `word` in order with others between, begun at the start of a word. */
function asLetters(word: string, text: string): Match | null {
  if (word.length < 3) return null;
  const spans: Span[] = [];
  let at = 0;
  for (const letter of word) {
    at = text.indexOf(letter, at);
    if (at < 0) return null;
    const last = spans.at(-1);
    if (last?.to === at) last.to++;
    else spans.push({ from: at, to: at + 1 });
    at++;
  }
  // Scattered all over is chance.
  return spans.length <= 3 && isWordStart(text, spans[0]!.from)
    ? { score: SCORES.letters - spans.length, spans }
    : null;
}

function matchWord(word: string, text: string): Match | null {
  let best: Match | null = null;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const score = at === 0 ? SCORES.text : isWordStart(text, at) ? SCORES.word : SCORES.inside;
    if (best === null || score > best.score) best = { score, spans: [{ from: at, to: at + word.length }] };
  }
  return best ?? asLetters(word, text);
}

function joined(spans: Span[]): Span[] {
  const apart: Span[] = [];
  for (const span of spans.toSorted((one, other) => one.from - other.from)) {
    const last = apart.at(-1);
    if (last && span.from <= last.to) last.to = Math.max(last.to, span.to);
    else apart.push({ ...span });
  }
  return apart;
}

/** Whether every word typed is in the text, wherever. @param words plain @param text plain */
export function matchText(words: readonly string[], text: string): Match | null {
  const matches: Match[] = [];
  for (const word of words) {
    const match = matchWord(word, text);
    if (match === null) return null;
    matches.push(match);
  }
  const score = matches.reduce((sum, match) => sum + match.score, 0);
  return { score, spans: joined(matches.flatMap(({ spans }) => spans)) };
}

export const wordsOf = (typed: string): string[] => plain(typed).split(/\s+/).filter(Boolean);
