import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import type { TenantId } from '@baton/domain/shared/brand';
import { Injectable } from '@nestjs/common';
import type pg from 'pg';
import { DataSource, type EntityManager, type EntityTarget, type ObjectLiteral } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import { Config } from '../../config/config.js';
import { Log } from '../log/log.token.js';
import { EntityStatements } from './entity-statements.js';
import { PreparedNames } from './prepared-names.js';
import { introduce, type Line, TenantConnection } from './tenant-connection.js';

type Effect = () => void | Promise<void>;

interface Ambient {
  tenantId: TenantId;
  connection: TenantConnection;
  beforeCommit: (() => void)[];
  afterCommit: Effect[];
}

/** Deadlock and serialization failure: the same work succeeds when tried again. */
const RETRYABLE = new Set(['40P01', '40001']);
const ATTEMPTS = 4;

/**
 * The ambient transaction of one tenant. Everything a service does between load and save happens in `run`;
 * row-level security sees the tenant from its first statement. Effects on the outside wait for the commit.
 */
@Injectable()
export class TenantTransaction {
  private readonly ambient = new AsyncLocalStorage<Ambient>();
  private readonly lines = new WeakMap<pg.PoolClient, Line>();
  private readonly names: PreparedNames | null;
  private readonly entities: EntityStatements;

  constructor(
    private readonly dataSource: DataSource,
    private readonly log: Log,
    config: Config,
  ) {
    this.entities = new EntityStatements(dataSource);
    this.names = config.DATABASE_PREPARE === 'on' ? new PreparedNames() : null;
  }

  /** Runs work in the transaction of the scope's tenant, joining the one that is already open. */
  async run<T>(scope: { tenantId: TenantId }, work: () => Promise<T>): Promise<T> {
    const open = this.openFor(scope);
    if (open) {
      open.connection.beginWhenUsed();
      return work();
    }
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.once(scope.tenantId, 'to begin', work);
      } catch (error) {
        if (attempt === ATTEMPTS || !RETRYABLE.has((error as { code?: string }).code ?? '')) throw error;
        await sleep(attempt * 10 * (1 + Math.random()));
      }
    }
  }

  /**
   * The same for work that changes nothing: the statements of a moment are a transaction of their own, which neither begins
   * nor ends in a round trip of its own. They see no less of each other than in one transaction, where PostgreSQL looks anew
   * for each statement too. One that would change something is refused; one that fails fails those sent behind it.
   */
  read<T>(scope: { tenantId: TenantId }, work: () => Promise<T>): Promise<T> {
    return this.openFor(scope) ? work() : this.once(scope.tenantId, 'reading', work);
  }

  /** The same for a past nobody watches: its effects on the outside are dropped. */
  runUnseen<T>(scope: { tenantId: TenantId }, work: () => Promise<T>): Promise<T> {
    return this.run(scope, async () => {
      const { afterCommit } = this.current;
      const expected = afterCommit.length;
      const result = await work();
      afterCommit.length = expected;
      return result;
    });
  }

  /** TypeORM's manager of the open transaction. @throws outside of `run` */
  get manager(): EntityManager {
    return this.current.connection.manager;
  }

  /** One SQL statement in the open transaction; its rows as plain objects. */
  query<Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    return this.current.connection.query(sql, parameters);
  }

  /** An entity's columns over an alias, for a statement that selects whole rows: they come as the entity has them. */
  columns(entity: EntityTarget<ObjectLiteral>, alias: string): string {
    return this.entities.columns(entity, alias);
  }

  /**
   * A change whose answer nobody needs. What comes next is sent without waiting for it; should it fail, so does that, and
   * the commit at the latest, with the same error.
   */
  send(sql: string, parameters: unknown[]): void {
    this.current.connection.send(sql, parameters);
  }

  /** Sends one new row, without the way through TypeORM's builders. */
  insert<E extends ObjectLiteral>(entity: EntityTarget<E>, row: E): void {
    const { text, values } = this.entities.insert(entity, row);
    this.send(text, values);
  }

  /** The same for changed columns of the rows that have all of `key`. */
  update<E extends ObjectLiteral>(entity: EntityTarget<E>, key: Partial<E>, changes: Partial<E>): void {
    const { text, values } = this.entities.update(entity, key, changes);
    this.send(text, values);
  }

  /** The last of the transaction's own work: it sends what follows from all that was changed. */
  beforeCommit(work: () => void): void {
    this.current.beforeCommit.push(work);
  }

  /** Effects run in order after the commit, and not at all after a rollback. */
  afterCommit(effect: Effect): void {
    this.current.afterCommit.push(effect);
  }

  private get current(): Ambient {
    const open = this.ambient.getStore();
    if (!open) throw new Error('Tenant data is reached only inside TenantTransaction.run');
    return open;
  }

  private openFor({ tenantId }: { tenantId: TenantId }): Ambient | undefined {
    const open = this.ambient.getStore();
    if (open && open.tenantId !== tenantId) throw new Error('A transaction belongs to one tenant');
    return open;
  }

  private async once<T>(tenantId: TenantId, state: 'reading' | 'to begin', work: () => Promise<T>): Promise<T> {
    const line = await this.connect();
    const connection = new TenantConnection(line, this.dataSource, tenantId, this.names, state);
    const ambient: Ambient = { tenantId, connection, beforeCommit: [], afterCommit: [] };
    let result: T;
    try {
      result = await this.ambient.run(ambient, async () => {
        const done = await work();
        for (const last of ambient.beforeCommit) last();
        return done;
      });
      await connection.end('COMMIT');
    } catch (error) {
      await connection.end('ROLLBACK');
      throw connection.causeOf(error);
    } finally {
      line.client.release();
    }
    // Outside the store and with the connection given back: an effect that needs the database takes one of its own,
    // which under load would never come free if everybody kept theirs until then.
    if (ambient.afterCommit.length > 0) await this.ambient.exit(() => this.runAll(ambient.afterCommit));
    return result;
  }

  private async connect(): Promise<Line> {
    const pool: pg.Pool = (this.dataSource.driver as PostgresDriver).master;
    const client = await pool.connect();
    const known = this.lines.get(client);
    if (known) return known;
    try {
      const line = await introduce(client, this.names !== null);
      this.lines.set(client, line);
      return line;
    } catch (error) {
      client.release(true);
      throw error;
    }
  }

  /** What is committed stays done, so a failing effect is no failure of the work. */
  private async runAll(effects: Effect[]): Promise<void> {
    for (const effect of effects) {
      try {
        await effect();
      } catch (error) {
        this.log.error({ err: error }, 'an effect after a commit failed');
      }
    }
  }
}
