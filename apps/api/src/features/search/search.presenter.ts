import {
  MATCH_END,
  MATCH_START,
  type MatchPlace,
  type SearchHitResponse,
  type SearchProblemResponse,
} from '@baton/contracts/search/search.response';
import { SEARCH_OPERATORS, type SearchProblem } from '@baton/domain/search/search-query';
import { snippetOf } from '@baton/domain/search/snippet';
import { presentSummary, type SummaryRow } from '../tickets/ticket.presenter.js';
import { isSought, type WantedTerm } from './search-match.queries.js';

/** A list row with the document that matches best. */
export interface HitRow extends SummaryRow {
  kind: 'subject' | 'description' | 'message' | 'attachment' | null;
  internal: boolean | null;
  text: string | null;
  /** How many of the sought terms the document has. */
  found: number | null;
}

export function presentHit(row: HitRow, rank: number, terms: readonly WantedTerm[]): SearchHitResponse {
  const sought = terms.filter(isSought);
  const shown = sought.map(({ kind, text, open }) => ({ kind: open ? ('prefix' as const) : kind, text }));
  return {
    ticket: presentSummary(row),
    matchedIn: placeOf(row, sought.length > 0),
    snippet: snippetOf(row.text ?? row.subject, shown, [MATCH_START, MATCH_END]),
    rank,
  };
}

function placeOf({ kind, internal, found }: HitRow, soughtAny: boolean): MatchPlace {
  if (soughtAny && !found) return 'number';
  if (kind === 'message' && internal) return 'note';
  return kind ?? 'subject';
}

const SENTENCES: Record<SearchProblem['code'], (problem: SearchProblem) => string> = {
  unknown_operator: ({ operator }) => `There is no operator "${operator}:"; it was looked for as text.`,
  unknown_value: ({ operator, value }) => `"${value}" is nothing that "${operator}:" knows${known(operator)}.`,
  missing_value: ({ operator }) => `"${operator}:" needs a value.`,
};

function known(operator: string): string {
  const values = SEARCH_OPERATORS[operator as keyof typeof SEARCH_OPERATORS];
  if (values === 'day') return '; a day looks like 2026-03-31';
  return typeof values === 'string' ? '' : `; it knows ${values.join(', ')}`;
}

export const presentProblem = (problem: SearchProblem): SearchProblemResponse => ({
  ...problem,
  message: SENTENCES[problem.code](problem),
});
