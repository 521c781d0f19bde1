import { PRIORITIES } from '../tickets/ticket-priority.js';
import { STATUSES } from '../tickets/ticket-status.js';

/** What a search may be narrowed by, and its values: the words there are, a day, or the name of somebody or something. */
export const SEARCH_OPERATORS = {
  status: STATUSES,
  priority: PRIORITIES,
  from: 'name',
  assignee: 'name',
  team: 'name',
  category: 'name',
  tag: 'name',
  has: ['attachment'],
  in: ['subject', 'description', 'message', 'note', 'attachment'],
  created: 'day',
  updated: 'day',
  before: 'day',
  after: 'day',
} as const;
export type SearchOperatorName = keyof typeof SEARCH_OPERATORS;

export type SearchComparison = ':' | '>' | '>=' | '<' | '<=';

/** Something to be found in the text of a ticket. A `word` that is still being typed is a `prefix`. */
export interface SearchTerm {
  kind: 'word' | 'phrase' | 'prefix';
  text: string;
  negated: boolean;
}

export interface SearchOperator {
  name: SearchOperatorName;
  comparison: SearchComparison;
  value: string;
  negated: boolean;
}

/** A part that could not be followed, as typed. */
export interface SearchProblem {
  operator: string;
  value: string;
  code: 'unknown_operator' | 'unknown_value' | 'missing_value';
}

export interface ParsedSearch {
  terms: SearchTerm[];
  operators: SearchOperator[];
  problems: SearchProblem[];
}

interface Token {
  minus: string;
  /** Before the comparison; undefined for a plain term. */
  name?: string;
  sign?: string;
  /** A quotation that is never closed runs to the end. */
  quoted?: string;
  plain?: string;
}

/** `-name:"value"`, each part but the value optional. */
const TOKEN = /(?<minus>-?)(?:(?<name>\p{L}+)(?<sign>:?[><]=?|:))?(?:"(?<quoted>[^"]*)"?|(?<plain>[^\s"]+)|(?=\s|$))/gu;

/**
 * Reads what somebody typed into a search field. Never throws: whatever is no operator is text to look for, and
 * a part that looks like an operator but is none is looked for as text and named among the problems.
 */
export function parseSearch(text: string): ParsedSearch {
  const parsed: ParsedSearch = { terms: [], operators: [], problems: [] };
  for (const { groups } of text.matchAll(TOKEN)) {
    const token = groups as unknown as Token;
    const name = token.name?.toLowerCase();
    if (name === undefined) parsed.terms.push(...termsOf(token));
    else if (isOperator(name)) readOperator(name, token, parsed);
    else readUnknown(token, parsed);
  }
  return parsed;
}

const isOperator = (name: string): name is SearchOperatorName => Object.hasOwn(SEARCH_OPERATORS, name);

function termsOf({ minus, quoted, plain = '' }: Token): SearchTerm[] {
  const negated = minus === '-';
  const isPrefix = quoted === undefined && plain.endsWith('*');
  const text = quoted?.trim() ?? plain.replace(/\*+$/, '');
  if (text === '') return [];
  return [{ kind: quoted !== undefined ? 'phrase' : isPrefix ? 'prefix' : 'word', text, negated }];
}

function readOperator(name: SearchOperatorName, { minus, sign = ':', quoted, plain }: Token, into: ParsedSearch): void {
  const kind = SEARCH_OPERATORS[name];
  const comparison = kind === 'day' ? (sign.replace(/^:(?=.)/, '') as SearchComparison) : ':';
  const typed = (quoted ?? plain ?? '').trim();
  const values = typeof kind === 'string' ? [typed] : typed.split(',').map(asWord);
  for (const value of values) {
    const code = value === '' ? 'missing_value' : !isKnown(kind, value) ? 'unknown_value' : null;
    if (code) into.problems.push({ operator: name, value, code });
    else into.operators.push({ name, comparison, value, negated: minus === '-' });
  }
}

/** `In progress` is `in_progress`. */
const asWord = (value: string): string =>
  value
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/gu, '_');

function isKnown(kind: (typeof SEARCH_OPERATORS)[SearchOperatorName], value: string): boolean {
  if (kind === 'name') return true;
  if (kind === 'day') return isDay(value);
  return (kind as readonly string[]).includes(value);
}

function isDay(value: string): boolean {
  if (!/^[12]\d{3}-\d\d-\d\d$/.test(value)) return false;
  const day = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
}

/** Addresses such as `https://…` and comparisons such as `a<b` are text and nothing else. */
function readUnknown(token: Token, into: ParsedSearch): void {
  const { minus, name = '', sign = '', quoted, plain = '' } = token;
  const value = quoted ?? plain;
  if (sign === ':' && value.trim() !== '' && !value.startsWith('//'))
    into.problems.push({ operator: name, value, code: 'unknown_operator' });
  const words = quoted === undefined ? [{ minus, plain: `${name}${sign}${plain}` }] : [{ minus, plain: name }, token];
  into.terms.push(...words.flatMap(termsOf));
}

const quote = (text: string): string => `"${text}"`;

/** The text that is read as exactly these terms and operators. */
export function formatSearch({ terms, operators }: Pick<ParsedSearch, 'terms' | 'operators'>): string {
  const minus = (negated: boolean) => (negated ? '-' : '');
  const written = { word: (text: string) => text, prefix: (text: string) => `${text}*`, phrase: quote };
  return [
    ...terms.map(({ kind, text, negated }) => `${minus(negated)}${written[kind](text)}`),
    ...operators.map(
      ({ name, comparison, value, negated }) =>
        `${minus(negated)}${name}${comparison}${/^[^\s<>=]+$/u.test(value) ? value : quote(value)}`,
    ),
  ].join(' ');
}

/** Whether the last word of a text may go on: nothing closes it yet. */
export const isStillTyped = (text: string, { kind, text: word, negated }: SearchTerm): boolean =>
  kind === 'word' && !negated && text.endsWith(word);
