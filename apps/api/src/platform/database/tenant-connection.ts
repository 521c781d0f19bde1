import type { TenantId } from '@baton/domain/shared/brand';
import type pg from 'pg';
import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import type { PreparedNames } from './prepared-names.js';
import { PRELUDES, type Prelude, ScopedQuery } from './scoped-query.js';

/** SQLSTATE in_failed_sql_transaction. */
const ABORTED = '25P02';

type State = 'reading' | 'to begin' | 'begun' | 'ended';

/** pg's connection, as far as its writes are gathered here. */
interface Corkable {
  connection: { stream: { cork(): void; uncork(): void } };
}

/**
 * A connection lent to one tenant. Statements of the same moment leave in one packet; the tenant, and the beginning
 * of a transaction, travel with the first statement that needs them.
 */
export class TenantConnection {
  private isGathering = false;
  private typeorm: EntityManager | undefined;
  private failure: unknown;

  /** @param names null where statements must not be kept by name */
  constructor(
    private readonly client: pg.PoolClient,
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
      const result = await this.ask({ text, values, name: this.names?.nameOf(text) }, this.preludes());
      return result.rows;
    } catch (error) {
      // Made where the answer was read, its trace says nothing of who asked.
      if (error instanceof Error) Error.captureStackTrace(error);
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
    return (error as { code?: string }).code === ABORTED ? (this.failure ?? error) : error;
  }

  /** TypeORM on this connection. It knows nothing of preludes, so the transaction begins ahead of it. */
  get manager(): EntityManager {
    if (this.state !== 'begun') {
      this.beginWhenUsed();
      // Refused, it makes the statements behind it fail, and those are waited for.
      this.ask({ text: 'SELECT' }, this.preludes()).catch(() => undefined);
    }
    this.typeorm ??= managerOn(this.client, this.dataSource);
    return this.typeorm;
  }

  /** Ends the transaction, if there is one. */
  async end(how: 'COMMIT' | 'ROLLBACK'): Promise<void> {
    const wasBegun = this.state === 'begun';
    this.state = 'ended';
    if (!wasBegun) return;
    const { command } = await this.client.query(how);
    if (command !== how) throw this.failure ?? new Error('A statement had failed, so the transaction was rolled back');
  }

  private preludes(): Prelude[] {
    if (this.state === 'ended') throw new Error('The transaction has ended; somebody did not wait for their statement');
    if (this.state === 'begun') return [];
    const values = [this.tenantId];
    if (this.state === 'reading') return [{ statement: 'scopeReadOnly', values }];
    this.state = 'begun';
    return [
      { statement: 'begin', values: [] },
      { statement: 'scope', values },
    ];
  }

  private ask(config: pg.QueryConfig, preludes: Prelude[]): Promise<pg.QueryResult> {
    this.gather();
    return new Promise((resolve, reject) => {
      const query = new ScopedQuery(config, preludes, this.names !== null);
      const callback = (error: Error | null, result: pg.QueryResult) => (error ? reject(error) : resolve(result));
      // pg reads the callback of a query object from the object.
      this.client.query(Object.assign(query, { callback }));
    });
  }

  /** Holds back what is written until everybody who runs now has said what they want. */
  private gather(): void {
    if (this.isGathering) return;
    this.isGathering = true;
    const { stream } = (this.client as unknown as Corkable).connection;
    stream.cork();
    process.nextTick(() => {
      this.isGathering = false;
      stream.uncork();
    });
  }
}

/** A connection new to us learns the preludes once. A lost one fails the statement that needs it, and says no more. */
export async function introduce(client: pg.PoolClient, isPreparing: boolean): Promise<void> {
  client.on('error', () => undefined);
  if (!isPreparing) return;
  const { begin, ...scopes } = PRELUDES;
  const none = ['00000000-0000-0000-0000-000000000000'];
  await client.query(begin);
  for (const scope of Object.values(scopes)) await client.query({ ...scope, values: none });
  await client.query('ROLLBACK');
}

function managerOn(client: pg.PoolClient, dataSource: DataSource): EntityManager {
  const runner: QueryRunner = dataSource.createQueryRunner();
  // It began no transaction and took no connection itself; told of both, it neither nests one nor asks for another.
  Object.assign(runner, { databaseConnection: client, isTransactionActive: true, transactionDepth: 1 });
  return runner.manager;
}
