import type { TenantId } from '@baton/domain/shared/brand';
import type pg from 'pg';
import utils from 'pg/lib/utils.js';
import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import { Packet } from './packet.js';
import type { PreparedNames } from './prepared-names.js';
import { PRELUDES, type Prelude, ScopedQuery, type Statement } from './scoped-query.js';

/**
 * SQLSTATE in_failed_sql_transaction, and invalid_sql_statement_name: what a statement is called is looked up ahead of
 * that, and its first use may be what was left out.
 */
const AFTER_A_FAILURE = ['25P02', '26000'];
const ENDED = 'The transaction has ended; somebody did not wait for their statement';

type State = 'reading' | 'to begin' | 'begun' | 'ended';

/** A connection of the pool, and what is on its way to it. */
export interface Line {
  client: pg.PoolClient;
  packet: Packet;
}

/**
 * A connection lent to one tenant. Statements of the same moment leave in one packet; the tenant, and the beginning
 * of a transaction, travel with the first statement that needs them.
 */
export class TenantConnection {
  private typeorm: EntityManager | undefined;
  private failure: unknown;

  /** @param names null where statements must not be kept by name */
  constructor(
    private readonly line: Line,
    private readonly dataSource: DataSource,
    private readonly tenantId: TenantId,
    private readonly names: PreparedNames | null,
    private state: State,
  ) {}

  /** From the next statement on there is a transaction, if there was none. */
  beginWhenUsed(): void {
    if (this.state === 'reading') this.state = 'to begin';
  }

  async query<Row>(text: string, values: unknown[]): Promise<Row[]> {
    try {
      const result = await this.ask(this.statement(text, values), this.preludes());
      return result.rows;
    } catch (error) {
      // Made where the answer was read, its trace says nothing of who asked. Those left out behind it share it.
      if (error instanceof Error && error !== this.failure) Error.captureStackTrace(error);
      this.failure ??= error;
      throw this.causeOf(error);
    }
  }

  /** Sends a statement whose answer nobody needs. Should it fail, so does what comes after it, the commit at the latest. */
  send(text: string, values: unknown[]): void {
    this.query(text, values).catch(() => undefined);
  }

  /** After a failure PostgreSQL refuses every further statement as such; this is the failure itself. */
  causeOf(error: unknown): unknown {
    return AFTER_A_FAILURE.includes((error as { code?: string }).code ?? '') ? (this.failure ?? error) : error;
  }

  /** TypeORM on this connection. It knows nothing of preludes, so the transaction begins ahead of it. */
  get manager(): EntityManager {
    if (this.state !== 'begun') {
      this.beginWhenUsed();
      // Refused, it makes the statements behind it fail, and those are waited for.
      this.ask(this.statement('SELECT'), this.preludes()).catch(() => undefined);
    }
    this.typeorm ??= this.newManager();
    return this.typeorm;
  }

  /** Ends the transaction, if there is one. A `COMMIT` behind a statement that failed is left out like all in between. */
  async end(how: 'COMMIT' | 'ROLLBACK'): Promise<void> {
    const wasBegun = this.state === 'begun';
    this.state = 'ended';
    if (!wasBegun) return this.line.packet.close();
    if (how === 'ROLLBACK') return this.rollBack();
    const { command } = await this.ask(this.statement(how)).catch(async (error) => {
      await this.rollBack();
      throw error;
    });
    if (command !== how) throw this.failure ?? new Error('A statement had failed, so the transaction was rolled back');
  }

  /** In a packet of its own, out of which nothing that failed can leave it. */
  private async rollBack(): Promise<void> {
    this.line.packet.close();
    await this.ask(this.statement('ROLLBACK')).catch(() => undefined);
  }

  private newManager(): EntityManager {
    const { client, packet } = this.line;
    const runner: QueryRunner = this.dataSource.createQueryRunner();
    // What it asks is no part of a packet, and comes behind the one that is open.
    const query = async (text: string, values?: unknown[]) => {
      if (this.state === 'ended') throw new Error(ENDED);
      packet.close();
      return client.query(text, values);
    };
    // It began no transaction and took no connection itself; told of both, it neither nests one nor asks for another.
    Object.assign(runner, { databaseConnection: { query }, isTransactionActive: true, transactionDepth: 1 });
    return runner.manager;
  }

  /** A packet of reads is a transaction already, in which the tenant is known. */
  private preludes(): Prelude[] {
    const { packet } = this.line;
    if (this.state === 'ended') throw new Error(ENDED);
    if (this.state === 'begun') return [];
    const values = [this.tenantId];
    if (this.state === 'reading') return packet.isOpen ? [] : [{ statement: 'scopeReadOnly', values }];
    packet.close();
    this.state = 'begun';
    return [
      { statement: 'begin', values: [] },
      { statement: 'scope', values },
    ];
  }

  /** @throws for a value that cannot be written, while there is nothing of its statement on the way */
  private statement(text: string, values: unknown[] = []): Statement {
    return { text, values: values.map(utils.prepareValue), name: this.names?.nameOf(text) };
  }

  private ask(statement: Statement, preludes: Prelude[] = []): Promise<pg.QueryResult> {
    const { packet } = this.line;
    return new Promise((resolve, reject) => {
      const callback = (error: Error | null, result: pg.QueryResult) => (error ? reject(error) : resolve(result));
      packet.add(new ScopedQuery(statement, preludes, packet, this.names !== null, callback));
    });
  }
}

/** A connection new to us learns the preludes once. A lost one fails the statement that needs it, and says no more. */
export async function introduce(client: pg.PoolClient, isPreparing: boolean): Promise<Line> {
  client.on('error', () => undefined);
  const line = { client, packet: new Packet(client) };
  if (!isPreparing) return line;
  const { begin, ...scopes } = PRELUDES;
  const none = ['00000000-0000-0000-0000-000000000000'];
  await client.query(begin);
  for (const scope of Object.values(scopes)) await client.query({ ...scope, values: none });
  await client.query('ROLLBACK');
  return line;
}
