/** What a search may be narrowed by, and what its value must look like. */
export const SEARCH_OPERATORS = {
  status: 'status',
  priority: 'priority',
  from: 'name',
  assignee: 'name',
  team: 'name',
  category: 'name',
  tag: 'name',
  has: 'content',
  in: 'place',
  created: 'date',
  updated: 'date',
  before: 'date',
  after: 'date',
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
  const value = (quoted ?? plain ?? '').trim();
  const comparison = SEARCH_OPERATORS[name] === 'date' ? (sign.replace(/^:(?=.)/, '') as SearchComparison) : ':';
  if (value === '') into.problems.push({ operator: name, value, code: 'missing_value' });
  else into.operators.push({ name, comparison, value, negated: minus === '-' });
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
