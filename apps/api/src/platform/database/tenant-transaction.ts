import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import type { TenantId } from '@baton/domain/shared/brand';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, type QueryRunner } from 'typeorm';
import { Log } from '../log/log.token.js';

type Effect = () => void | Promise<void>;

interface Ambient {
  tenantId: TenantId;
  manager: EntityManager;
  afterCommit: Effect[];
}

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;
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

  constructor(
    private readonly dataSource: DataSource,
    private readonly log: Log,
  ) {}

  /** Runs work in the transaction of the scope's tenant, joining the one that is already open. */
  async run<T>(scope: { tenantId: TenantId }, work: () => Promise<T>): Promise<T> {
    const open = this.ambient.getStore();
    if (open) {
      if (open.tenantId !== scope.tenantId) throw new Error('A transaction belongs to one tenant');
      return work();
    }
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.once(scope.tenantId, work);
      } catch (error) {
        if (attempt === ATTEMPTS || !RETRYABLE.has((error as { code?: string }).code ?? '')) throw error;
        await sleep(attempt * 10 * (1 + Math.random()));
      }
    }
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
    return this.current.manager;
  }

  /** One SQL statement in the open transaction; rows as plain objects. */
  query<Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    return this.manager.query(sql, parameters);
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

  private async once<T>(tenantId: TenantId, work: () => Promise<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    const ambient: Ambient = { tenantId, manager: runner.manager, afterCommit: [] };
    let result: T;
    try {
      await begin(runner, tenantId);
      result = await this.ambient.run(ambient, work);
      await runner.commitTransaction();
    } catch (error) {
      if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
      throw error;
    } finally {
      await runner.release();
    }
    // Outside the store and with the connection given back: an effect that needs the database takes one of its own,
    // which under load would never come free if everybody kept theirs until then.
    await this.ambient.exit(() => this.runAll(ambient.afterCommit));
    return result;
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

/** BEGIN and the tenant in one round trip. `SET LOCAL` ends with the transaction, so poolers may sit in between. */
async function begin(runner: QueryRunner, tenantId: TenantId): Promise<void> {
  if (!UUID.test(tenantId)) throw new Error('Not a tenant id');
  const client = await runner.connect();
  await client.query(
    `BEGIN; SELECT set_config('app.tenant_id', '${tenantId}', true), set_config('statement_timeout', '15000', true)`,
  );
  // TypeORM did not begin this transaction itself; told of it, it neither nests another nor refuses to commit.
  Object.assign(runner, { isTransactionActive: true, transactionDepth: 1 });
}
