import type { Actor } from '@baton/domain/permissions/actor';
import {
  isStillTyped,
  type ParsedSearch,
  type SearchOperator,
  type SearchTerm,
} from '@baton/domain/search/search-query';
import { wordsOf } from '@baton/domain/search/words';
import { parseTicketNumber } from '@baton/domain/tickets/ticket-number';
import type { SqlParameters } from '../../platform/database/sql-parameters.js';
import { workableBy } from '../tickets/ticket-visibility.queries.js';
import { operatorConditions } from './search-operators.queries.js';

/** A term to be looked for. One that is still typed matches what begins with it; the very word counts more. */
export interface WantedTerm extends SearchTerm {
  open: boolean;
}

type Said = Pick<WantedTerm, 'kind' | 'text' | 'open'>;

/** A search, with what can match nothing or everything already told apart. */
export interface Wanted {
  terms: WantedTerm[];
  operators: SearchOperator[];
  /** Nothing can be found: a value that does not exist, or nothing that could be looked for. */
  impossible: boolean;
}

/** Of a text pasted into the field the beginning is enough. */
const TERMS_MAX = 20;

/** Signs alone are no words; they ask nothing. */
export function wantedOf(text: string, { terms, operators, problems }: ParsedSearch): Wanted {
  const spoken = terms.filter((term) => wordsOf(term.text).length > 0).slice(0, TERMS_MAX);
  return {
    terms: spoken.map((term) => ({ ...term, open: isStillTyped(text, term) })),
    operators,
    impossible: spoken.length + operators.length === 0 || problems.some(({ code }) => code === 'unknown_value'),
  };
}

export const isSought = ({ negated }: WantedTerm): boolean => !negated;

const PLACES: Record<string, string> = {
  subject: `d.kind = 'subject'`,
  description: `d.kind = 'description'`,
  message: `(d.kind = 'message' AND NOT d.internal)`,
  note: `(d.kind = 'message' AND d.internal)`,
  attachment: `d.kind = 'attachment'`,
};
/** Of a place for the very word; what merely begins with it counts one less. A number beats them all. */
export const PLACE_RANK = `CASE d.kind WHEN 'subject' THEN 6 WHEN 'description' THEN 4 ELSE 2 END`;
const NUMBER_RANK = 10;

/**
 * A search as SQL over the alias `t` of tickets and `d` of what they say. Only documents the reader may read take
 * part, in every one of its pieces.
 */
export class SearchSql {
  private readonly pieces = new Map<string, string>();
  private readonly sought: WantedTerm[];

  constructor(
    private readonly actor: Actor,
    private readonly wanted: Wanted,
    private readonly parameters: SqlParameters,
  ) {
    this.sought = wanted.terms.filter(isSought);
  }

  /** Of the operators that speak of the ticket itself. */
  conditions(): string[] {
    if (this.wanted.impossible) return ['false'];
    return operatorConditions(this.actor, this.wanted.operators, this.parameters);
  }

  /** One row for a ticket: does it match, how well, which of the sought terms does it have, and how often are they named? */
  match(): string {
    const { terms } = this.wanted;
    const has = (term: WantedTerm) => `coalesce(bool_or(${this.inPlace()} AND ${this.says(term)}), false)`;
    const hits = this.sought.map((term) => `(${has(term)}${this.orNumber(term)})`);
    const never = terms.filter(({ negated }) => negated).map((term) => `NOT ${has(term)}`);
    const ranks = this.sought.map((term) => this.rank(term));
    const named = this.sought.map((term) => `count(*) FILTER (WHERE ${this.isNamed(term)})`);
    return `SELECT ${conjunction([...hits, ...never, ...this.documentConditions()])} AS matches,
        ${ranks.join(' + ') || '0'} AS rank,
        ARRAY[${hits.join(', ')}]::boolean[] AS hits, ARRAY[${named.join(', ')}]::int[] AS named
      FROM search_index d WHERE d.tenant_id = t.tenant_id AND d.ticket_id = t.id AND ${this.readable()} HAVING true`;
  }

  /** The tickets that have one of the sought terms, and perhaps more than the reader may know of: `match` decides. */
  having(place: number): string {
    const term = this.sought[place] as WantedTerm;
    const publicOnly = this.actor.permissions.has('ticket.note') ? '' : ' AND NOT d.internal';
    // The view holds the tenant's condition; another one would be another pass over the whole index.
    const documents = `SELECT d.ticket_id FROM search_index d WHERE ${this.says(term)}${publicOnly}`;
    const number = this.orNumber(term, 'n');
    const numbered = number
      ? ` UNION ALL SELECT n.id FROM tickets n WHERE n.tenant_id = ${this.parameters.add(this.actor.tenantId)} AND (false${number})`
      : '';
    return `t.id = ANY(ARRAY(${documents}${numbered}))`;
  }

  /** How many of the sought terms a document has. */
  found(): string {
    return this.sought.map((term) => `(${this.says(term)})::int`).join(' + ') || '0';
  }

  inPlace(): string {
    const of = (negated: boolean) =>
      this.wanted.operators
        .filter((operator) => operator.name === 'in' && operator.negated === negated)
        .map(({ value }) => PLACES[value] as string);
    const some = of(false);
    return conjunction([...(some.length > 0 ? [`(${some.join(' OR ')})`] : []), ...of(true).map((p) => `NOT ${p}`)]);
  }

  /** Notes and their files belong to those who work on the ticket. */
  readable(): string {
    const workable = workableBy(this.actor, this.parameters);
    return workable === 'true' ? 'true' : `(NOT d.internal OR ${workable})`;
  }

  private documentConditions(): string[] {
    const { operators } = this.wanted;
    const files = operators
      .filter(({ name }) => name === 'has')
      .map(({ negated }) => `${negated ? 'NOT ' : ''}bool_or(d.kind = 'attachment')`);
    const isPlaced = operators.some(({ name }) => name === 'in') && this.sought.length === 0;
    return [...files, ...(isPlaced ? [`bool_or(${this.inPlace()})`] : [])];
  }

  private rank(term: WantedTerm): string {
    const exact = term.open || term.kind === 'prefix' ? this.says({ ...term, kind: 'word', open: false }) : 'true';
    const inText = `coalesce(max(${PLACE_RANK} - CASE WHEN ${exact} THEN 0 ELSE 1 END)
      FILTER (WHERE ${this.inPlace()} AND ${this.says(term)}), 0)`;
    return this.orNumber(term)
      ? `CASE WHEN false${this.orNumber(term)} THEN ${NUMBER_RANK} ELSE ${inText} END`
      : inText;
  }

  /** `d` says it. The query stands in a subselect of its own: worked out once, and still good for the index. */
  private says(term: Said): string {
    return `d.search @@ (SELECT ${this.asked(term)})`;
  }

  /** The index names `d` for it: that knows the words of a phrase, but not their order. */
  private isNamed(term: Said): string {
    return `d.search @@ (SELECT replace(${this.asked(term)}::text, '<->', '&')::tsquery)`;
  }

  private asked({ kind, text, open }: Said): string {
    const form = open ? 'prefix' : kind;
    return this.once(`${form} ${text}`, (parameters) => {
      return `search_tsquery(${parameters.add(form)}, ${parameters.add(text)})`;
    });
  }

  /** A number finds its ticket as well as the texts that name it, unless it is to be in a text. */
  private orNumber({ kind, text }: WantedTerm, alias = 't'): string {
    const isPlaced = this.wanted.operators.some(({ name }) => name === 'in');
    const wanted = kind === 'word' && !isPlaced ? parseTicketNumber(text) : null;
    if (!wanted) return '';
    return this.once(`${alias} ${text}`, (parameters) => {
      const number = `${alias}.number = ${parameters.add(wanted.number)}::int`;
      if (!wanted.prefix) return ` OR ${number}`;
      const prefix = `(SELECT o.ticket_prefix FROM tenants o WHERE o.id = ${parameters.add(this.actor.tenantId)})`;
      return ` OR (${number} AND ${prefix} = ${parameters.add(wanted.prefix)})`;
    });
  }

  /** The same piece with the same parameters, however often it is needed. */
  private once(key: string, write: (parameters: SqlParameters) => string): string {
    const piece = this.pieces.get(key) ?? write(this.parameters);
    this.pieces.set(key, piece);
    return piece;
  }
}

const conjunction = (conditions: readonly string[]): string => conditions.join(' AND ') || 'true';
