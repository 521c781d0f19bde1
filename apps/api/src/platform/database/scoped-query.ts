import pg from 'pg';

/** What may go ahead of a statement, under the name it is prepared by on every connection. */
export const PRELUDES = {
  begin: { name: 'baton_begin', text: 'BEGIN' },
  scope: {
    name: 'baton_scope',
    // A process that stands still must not hold its locks for ever.
    text: `SELECT set_config('app.tenant_id', $1, true), set_config('statement_timeout', '15000', true), set_config('idle_in_transaction_session_timeout', '30000', true)`,
  },
  scopeReadOnly: {
    name: 'baton_scope_read_only',
    text: `SELECT set_config('app.tenant_id', $1, true), set_config('statement_timeout', '15000', true), set_config('transaction_read_only', 'on', true)`,
  },
} as const;

export interface Prelude {
  statement: keyof typeof PRELUDES;
  values: string[];
}

/** pg's side of the wire, as far as its own `Query` uses it; pg does not publish its shape. */
interface Wire {
  parse(message: { text: string; name: string }): void;
  bind(message: { statement: string; values: string[] }): void;
  execute(message: object): void;
}

/** The methods of pg's `Query` that its connection calls. */
interface QueryMethods {
  prepare(wire: Wire): void;
  handleDataRow(message: unknown): void;
  handleCommandComplete(message: unknown, wire: Wire): void;
}

const inherited = pg.Query.prototype as unknown as QueryMethods;

/**
 * A statement and what must precede it, sent as one message and answered as one: PostgreSQL takes everything up to
 * the next `Sync` for one transaction. Only the statement's own rows are kept.
 */
export class ScopedQuery extends pg.Query {
  private preludesRunning: number;

  constructor(
    config: pg.QueryConfig,
    private readonly preludes: readonly Prelude[],
    private readonly arePrepared: boolean,
  ) {
    // Extended: also without values, because only those messages can be joined.
    super({ ...config, queryMode: 'extended' } as pg.QueryConfig);
    this.preludesRunning = preludes.length;
  }

  prepare(wire: Wire): void {
    for (const { statement, values } of this.preludes) {
      const { name, text } = PRELUDES[statement];
      if (!this.arePrepared) wire.parse({ name: '', text });
      wire.bind({ statement: this.arePrepared ? name : '', values });
      wire.execute({});
    }
    inherited.prepare.call(this, wire);
  }

  handleDataRow(message: unknown): void {
    if (this.preludesRunning === 0) inherited.handleDataRow.call(this, message);
  }

  handleCommandComplete(message: unknown, wire: Wire): void {
    if (this.preludesRunning > 0) this.preludesRunning -= 1;
    else inherited.handleCommandComplete.call(this, message, wire);
  }
}
