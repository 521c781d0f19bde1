import pg from 'pg';
import type { InPacket, Packet, Shape, Wire } from './packet.js';

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

/** A statement as it is sent. */
export interface Statement {
  text: string;
  values: unknown[];
  /** Undefined where it must not be kept. */
  name: string | undefined;
}

/** What pg makes of the description of rows. */
interface PgResult {
  fields: unknown;
  _parsers: unknown;
  _prebuiltEmptyResultObject: unknown;
}

/** The parts of pg's `Query` that its connection calls. */
interface PgQuery {
  prepare(wire: Wire): void;
  handleDataRow(message: unknown): void;
  handleCommandComplete(message: unknown, wire: Wire): void;
  handleError(error: Error, wire: Wire): void;
}

const inherited = pg.Query.prototype as unknown as PgQuery;

/**
 * A statement and what must precede it, as part of a packet: PostgreSQL takes everything up to the next `Sync` for one
 * transaction, or for a part of the one that has begun. Only the statement's own rows are kept.
 *
 * pg expects to hear that PostgreSQL is ready behind every statement. Behind all but the last of a packet this says so
 * instead; after a failure it also tells those that PostgreSQL left out.
 */
export class ScopedQuery extends pg.Query implements InPacket {
  isLast = false;
  private preludesRunning: number;
  declare private _result: PgResult;
  declare private _accumulateRows: boolean;

  constructor(
    private readonly statement: Statement,
    private readonly preludes: readonly Prelude[],
    private readonly packet: Packet,
    private readonly arePrepared: boolean,
    callback: (error: Error | null, result: pg.QueryResult) => void,
  ) {
    super(statement.text);
    // Extended: also without values, because only those messages can be joined.
    const { values, name } = statement;
    Object.assign(this, { values, name, queryMode: 'extended', callback });
    this.preludesRunning = preludes.length;
  }

  prepare(): void {
    const { wire, undescribed, shapes } = this.packet;
    for (const { statement, values } of this.preludes) {
      const { name, text } = PRELUDES[statement];
      if (!this.arePrepared) wire.parse({ name: '', text });
      wire.bind({ statement: this.arePrepared ? name : '', values });
      wire.execute({});
    }
    const shape = shapes.get(this.statement.name ?? '');
    if (shape) Object.assign(this._result, shape);
    this._accumulateRows = true;
    inherited.prepare.call(this, shape ? undescribed : wire);
  }

  /** pg's own would send a `Sync` as well. */
  protected _getRows(wire: Wire): void {
    wire.execute({});
  }

  handleDataRow(message: unknown): void {
    if (this.preludesRunning === 0) inherited.handleDataRow.call(this, message);
  }

  handleCommandComplete(message: unknown, wire: Wire): void {
    if (this.preludesRunning > 0) {
      this.preludesRunning -= 1;
      return;
    }
    inherited.handleCommandComplete.call(this, message, wire);
    const { name } = this.statement;
    if (name && !this.packet.shapes.has(name)) this.packet.shapes.set(name, shapeOf(this._result));
    if (!this.isLast) wire.emit('readyForQuery', { status: 'T' });
  }

  handleError(error: Error, wire: Wire): void {
    inherited.handleError.call(this, error, wire);
    // A lost connection is told to everybody by pg.
    if (!this.isLast && error instanceof pg.DatabaseError) this.packet.leaveOutNext(error, wire);
  }
}

const shapeOf = ({ fields, _parsers, _prebuiltEmptyResultObject }: PgResult): Shape => ({
  fields,
  _parsers,
  _prebuiltEmptyResultObject,
});
