import { matchText, plain, type Span, wordsOf } from './match';
import { PALETTE_GROUPS, type PaletteGroup, type PaletteItem } from './palette-item';

export interface Shown {
  item: PaletteItem;
  /** Of its label. */
  spans: Span[];
}

export interface ShownGroup {
  group: PaletteGroup;
  items: Shown[];
}

/** So many of each kind, typed or not. */
const MOST: Record<PaletteGroup, { idle: number; typed: number }> = {
  actions: { idle: 5, typed: 5 },
  tickets: { idle: 5, typed: 6 },
  views: { idle: 0, typed: 4 },
  people: { idle: 0, typed: 4 },
  pages: { idle: 6, typed: 4 },
  found: { idle: 0, typed: 7 },
};

interface Rated extends Shown {
  score: number;
}

/** The text of an item without accents and case, once: it is asked at every key. */
const texts = new WeakMap<PaletteItem, { label: string; all: string }>();
function textOf(item: PaletteItem) {
  const known = texts.get(item);
  if (known) return known;
  const label = plain(item.label);
  const made = { label, all: [label, plain(item.hint ?? ''), plain(item.also ?? '')].join(' ') };
  texts.set(item, made);
  return made;
}

function rate(item: PaletteItem, words: readonly string[]): Rated | null {
  if (item.always) return { item, spans: [], score: 0 };
  if (words.length === 0) return item.onlyTyped ? null : { item, spans: [], score: 0 };
  const { label, all } = textOf(item);
  const match = matchText(words, all);
  if (match === null) return null;
  const spans = match.spans.flatMap(({ from, to }) =>
    from < label.length ? [{ from, to: Math.min(to, label.length) }] : [],
  );
  // What is named by its own name comes before what is only described so.
  return { item, spans, score: match.score + (matchText(words, label)?.score ?? 0) };
}

/**
 * What the palette shows for what was typed, best first within each kind. Of equal ones the order given stays, and no two lead to
 * the same place.
 */
export function arrange(items: readonly PaletteItem[], typed: string): ShownGroup[] {
  const words = wordsOf(typed);
  const rated = items.flatMap((item) => rate(item, words) ?? []);
  const when = words.length === 0 ? 'idle' : 'typed';
  const places = new Set<string>();
  const isNew = ({ item: { href } }: Rated) => {
    const isTaken = href !== undefined && places.has(href);
    if (href !== undefined) places.add(href);
    return !isTaken;
  };
  return PALETTE_GROUPS.map((group) => ({
    group,
    items: rated
      .filter(({ item }) => item.group === group)
      .sort((one, other) => other.score - one.score)
      .filter(isNew)
      .slice(0, MOST[group][when]),
  })).filter((each) => each.items.length > 0);
}
