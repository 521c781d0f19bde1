import type { Actor } from '@baton/domain/permissions/actor';
import { nearestWords } from '@baton/domain/search/nearest-words';
import { foldWord } from '@baton/domain/search/words';
import { Injectable } from '@nestjs/common';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';

/** Trigrams in common with a mistyped word: a single error in five letters leaves a fifth of them. */
const LIKENESS = 0.2;
const CANDIDATES = 40;

/**
 * Only new ones are written, in one order for all writers. What has digits is a number or a secret, not a word that
 * somebody mistypes.
 */
const LEARN = `
INSERT INTO search_words
SELECT d.tenant_id, w.word FROM search_documents d, unnest(tsvector_to_array(d.search)) w (word)
WHERE d.tenant_id = $1 AND d.ticket_id = $2 AND d.source_id = $3 AND w.word ~ '^[^0-9]{3,40}$'
  AND NOT EXISTS (SELECT FROM search_words k WHERE k.tenant_id = d.tenant_id AND k.word = w.word)
GROUP BY d.tenant_id, w.word ORDER BY w.word
ON CONFLICT DO NOTHING`;

/** The words that an organization's tickets are written in, whoever may read them: never shown, only tried. */
@Injectable()
export class SearchWordsRepository {
  constructor(private readonly transaction: TenantTransaction) {}

  /** Within the open transaction. */
  async learn(actor: Actor, ticketId: string, sourceId: string): Promise<void> {
    this.transaction.send(LEARN, [actor.tenantId, ticketId, sourceId]);
  }

  /** What a word that was not found may have been meant to be, the likeliest first. */
  near(actor: Actor, typed: string, limit: number): Promise<string[]> {
    // The threshold lasts as long as the transaction.
    return this.transaction.run(actor, async () => {
      const word = foldWord(typed);
      await this.transaction.query(`SELECT set_config('pg_trgm.similarity_threshold', $1, true)`, [String(LIKENESS)]);
      const rows = await this.transaction.query<{ word: string }>(
        `SELECT v.word FROM search_vocabulary v WHERE v.word % $1 ORDER BY similarity(v.word, $1) DESC, v.word LIMIT ${CANDIDATES}`,
        [word],
      );
      return nearestWords(
        word,
        rows.map((row) => row.word),
        limit,
      );
    });
  }
}
