import type { SearchQuery } from '@baton/contracts/search/search.dto';
import type { SearchResponse } from '@baton/contracts/search/search.response';
import type { Actor } from '@baton/domain/permissions/actor';
import { formatSearch, type ParsedSearch, parseSearch, type SearchProblem } from '@baton/domain/search/search-query';
import { wordsOf } from '@baton/domain/search/words';
import { Injectable } from '@nestjs/common';
import { SqlParameters } from '../../platform/database/sql-parameters.js';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import { presentProblem } from './search.presenter.js';
import { SearchHitsQueries } from './search-hits.queries.js';
import { isSought, type Wanted, type WantedTerm, wantedOf } from './search-match.queries.js';
import { nobodyCalled } from './search-operators.queries.js';
import { type FoundPage, SearchWindowQueries } from './search-window.queries.js';
import { SearchWordsRepository } from './search-words.repository.js';

const DEFAULT_LIMIT = 25;
/** Mistyped words corrected at once, and what is tried for each. */
const MISTYPED = 3;
const TRIED = 4;
const NOTHING: FoundPage = { found: [], nextCursor: null, total: 0 };

interface Answer {
  wanted: Wanted;
  page: FoundPage;
  correctedTo: string | null;
}

/** Finds tickets by what they say, as far as the reader may read it. */
@Injectable()
export class SearchService {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly windows: SearchWindowQueries,
    private readonly hits: SearchHitsQueries,
    private readonly words: SearchWordsRepository,
  ) {}

  search(actor: Actor, { q, cursor, limit = DEFAULT_LIMIT }: SearchQuery): Promise<SearchResponse> {
    return this.transaction.read(actor, async () => {
      const parsed = parseSearch(q);
      const asked = wantedOf(q, parsed);
      const page = await this.page(actor, asked, limit, cursor);
      const isMissed = page.found.length === 0 && page.nextCursor === null && !cursor;
      const corrected = isMissed ? await this.corrected(actor, asked, limit) : null;
      const answer: Answer = corrected ?? { wanted: asked, page, correctedTo: null };
      return {
        items: await this.hits.hits(actor, answer.wanted, answer.page.found),
        nextCursor: answer.page.nextCursor,
        total: answer.page.total,
        correctedTo: answer.correctedTo,
        problems: [...parsed.problems, ...(await this.unknownNames(actor, parsed))].map(presentProblem),
      };
    });
  }

  private page(actor: Actor, wanted: Wanted, limit: number, cursor?: string): Promise<FoundPage> {
    return wanted.impossible ? Promise.resolve(NOTHING) : this.windows.page(actor, wanted, limit, cursor);
  }

  /** Replaces the words that nothing the reader sees has. Null unless the whole then finds something they see. */
  private async corrected(actor: Actor, asked: Wanted, limit: number): Promise<Answer | null> {
    const mistyped = await this.missing(actor, asked);
    if (mistyped.length === 0 || mistyped.length > MISTYPED || !mistyped.every(isCorrectable)) return null;
    const meant = new Map<WantedTerm, WantedTerm>();
    for (const term of mistyped) {
      const found = await this.meant(actor, term);
      if (!found) return null;
      meant.set(term, found);
    }
    const wanted = { ...asked, terms: asked.terms.map((term) => meant.get(term) ?? term) };
    const page = await this.page(actor, wanted, limit);
    return page.found.length > 0 ? { wanted, page, correctedTo: formatSearch(wanted) } : null;
  }

  private async missing(actor: Actor, { terms, impossible }: Wanted): Promise<WantedTerm[]> {
    const missing: WantedTerm[] = [];
    for (const term of impossible ? [] : terms.filter(isSought))
      if (!(await this.isVisible(actor, term))) missing.push(term);
    return missing;
  }

  private async meant(actor: Actor, term: WantedTerm): Promise<WantedTerm | null> {
    for (const text of await this.words.near(actor, term.text, TRIED)) {
      const candidate: WantedTerm = { ...term, text, kind: 'word', open: false };
      if (await this.isVisible(actor, candidate)) return candidate;
    }
    return null;
  }

  private async isVisible(actor: Actor, term: WantedTerm): Promise<boolean> {
    const alone = { terms: [term], operators: [], impossible: false };
    return (await this.page(actor, alone, 1)).found.length > 0;
  }

  /** Only for those who may look names up anyway. */
  private async unknownNames(actor: Actor, { operators }: ParsedSearch): Promise<SearchProblem[]> {
    if (operators.length === 0 || !actor.permissions.has('user.read')) return [];
    const parameters = new SqlParameters();
    const rows = await this.transaction.query<{ unknown: boolean }>(
      nobodyCalled(actor, operators, parameters),
      parameters.values,
    );
    return operators
      .filter((_operator, place) => rows[place]?.unknown)
      .map(({ name, value }) => ({ operator: name, value, code: 'unknown_value' }));
  }
}

/** A single word; what has digits is looked for as it is. */
const isCorrectable = ({ kind, text }: WantedTerm): boolean =>
  kind === 'word' && wordsOf(text).length === 1 && !/\d/.test(text);
