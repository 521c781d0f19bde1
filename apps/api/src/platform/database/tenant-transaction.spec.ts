import type { TenantId } from '@baton/domain/shared/brand';
import { DataSource, type EntityManager } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import { loadConfig } from '../../config/load-config.js';
import { createLog } from '../log/log.js';
import { newId } from './new-id.js';
import { TenantTransaction } from './tenant-transaction.js';

let database: TestDatabase;
let dataSource: DataSource;
beforeAll(async () => {
  database = await createTestDatabase();
  const url = database.appUrl;
  dataSource = await new DataSource({ type: 'postgres', url, poolSize: 4, extra: { pipeline: true } }).initialize();
});
afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

const ours = newId() as TenantId;
const scope = { tenantId: ours };
const INSERT = `INSERT INTO tenants (id, slug, name, ticket_prefix, created_at) VALUES ($1, $2, 'Ours', 'OUR', now())`;
const INSERT_COUNTER = 'INSERT INTO counters (tenant_id, name, value) VALUES ($1, $2, 1)';
const TENANT = `SELECT current_setting('app.tenant_id') AS id`;
const IDENTITY = 'SELECT pg_current_xact_id() AS id';

beforeAll(async () => {
  const owner = await new DataSource({ type: 'postgres', url: database.ownerUrl }).initialize();
  await owner.query(INSERT, [ours, 'ours']);
  await owner.destroy();
});

describe.each(['on', 'off'] as const)('a transaction of a tenant, statements kept by name: %s', (prepare) => {
  const config = loadConfig({ DATABASE_PREPARE: prepare });
  let transaction: TenantTransaction;
  beforeAll(() => {
    transaction = new TenantTransaction(dataSource, createLog('silent'), config);
  });
  const count = (name: string) =>
    transaction.query<{ value: number }>('SELECT value FROM counters WHERE tenant_id = $1 AND name = $2', [ours, name]);
  const set = (name: string) => transaction.query(INSERT_COUNTER, [ours, name]);

  it.each(['run', 'read'] as const)(
    '%s tells every statement the tenant, and the next user of the connection none',
    async (how) => {
      // Often enough to be kept by name.
      for (let round = 0; round < 8; round++) {
        const [first, [second]] = await transaction[how](scope, async () => [
          await transaction.query<{ id: string }>('SELECT id FROM tenants'),
          await transaction.query<{ id: string }>(TENANT),
        ]);
        expect(first).toEqual([{ id: ours }]);
        expect(second?.id).toBe(ours);
      }
      expect(await dataSource.query('SELECT id FROM tenants')).toEqual([]);
    },
  );

  it('holds its locks no longer than half a minute after its process stood still', async () => {
    const [limit] = await transaction.run(scope, () =>
      transaction.query(`SELECT current_setting('idle_in_transaction_session_timeout') AS value`),
    );
    expect(limit).toEqual({ value: '30s' });
  });

  it('keeps all or nothing', async () => {
    const failing = transaction.run(scope, async () => {
      await set(`half ${prepare}`);
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    expect(await transaction.read(scope, () => count(`half ${prepare}`))).toEqual([]);
  });

  it('does not pretend that what failed on the way was kept', async () => {
    const swallowed = transaction.run(scope, async () => {
      await set(`lost ${prepare}`);
      await transaction.query('SELECT 1 / 0').catch(() => undefined);
    });
    await expect(swallowed).rejects.toMatchObject({ code: '22012' });
  });

  it('fails with what failed, also when nobody waited for it', async () => {
    const failing = (next: () => Promise<unknown>) =>
      transaction.run(scope, async () => {
        transaction.send('SELECT 1 / 0', []);
        await next();
      });
    await expect(failing(async () => undefined)).rejects.toMatchObject({ code: '22012' });
    await expect(failing(() => transaction.query(TENANT))).rejects.toMatchObject({ code: '22012' });
    await expect(failing(() => transaction.manager.query(TENANT))).rejects.toMatchObject({ code: '22012' });
  });

  it('keeps what nobody waited for', async () => {
    await transaction.run(scope, async () => {
      transaction.send(INSERT_COUNTER, [ours, `sent ${prepare}`]);
    });
    expect(await transaction.read(scope, () => count(`sent ${prepare}`))).toEqual([{ value: 1 }]);
  });

  it('refuses to change anything while reading', async () => {
    const writing = transaction.read(scope, () => set(`read ${prepare}`));
    await expect(writing).rejects.toMatchObject({ code: '25006' });
  });

  it('becomes one transaction where reading turns into writing', async () => {
    await transaction.read(scope, async () => {
      await transaction.query(TENANT);
      await transaction.run(scope, () => set(`turned ${prepare}`));
      const [before] = await transaction.query<{ id: string }>(IDENTITY);
      const [after] = await transaction.query<{ id: string }>(IDENTITY);
      expect(after).toEqual(before);
    });
    expect(await transaction.read(scope, () => count(`turned ${prepare}`))).toEqual([{ value: 1 }]);
  });

  it('answers statements of the same moment each with its own rows', async () => {
    const numbers = Array.from({ length: 50 }, (_, at) => at);
    for (const how of ['run', 'read'] as const) {
      const rows = await transaction[how](scope, () =>
        Promise.all(numbers.map((n) => transaction.query<{ n: number }>('SELECT $1::int AS n', [n]))),
      );
      expect(rows.map(([row]) => row?.n)).toEqual(numbers);
    }
  });

  it('leaves out what was sent along with what failed, and keeps nothing of it', async () => {
    const [before, failed, after] = await transaction
      .run(scope, async () => {
        const all = [set(`left out ${prepare}`), transaction.query('SELECT 1 / 0'), transaction.query(TENANT)];
        return Promise.allSettled(all);
      })
      .catch((error) => [error, error, error]);
    expect([before, failed, after]).toEqual(Array(3).fill(expect.objectContaining({ code: '22012' })));
    expect(await transaction.read(scope, () => count(`left out ${prepare}`))).toEqual([]);
  });

  it('says where it was asked what failed, and not where what was left out was', async () => {
    const failing = async () => void (await transaction.query('SELECT 1 / 0'));
    const following = async () => void (await transaction.query(TENANT));
    const work = () => Promise.all([failing(), following()]);
    const error = await transaction.run(scope, work).catch((caught) => caught);
    expect(error.stack).toContain('failing');
    expect(error.stack).not.toContain('following');
  });

  it('leaves out any number', async () => {
    const many = () => Promise.allSettled(Array.from({ length: 4000 }, () => transaction.query('SELECT 1 / 0')));
    const outcomes = await transaction.read(scope, many);
    expect(new Set(outcomes.map(({ status }) => status))).toEqual(new Set(['rejected']));
  });

  it("is nobody else's place for what TypeORM asks behind its end", async () => {
    let manager: EntityManager | undefined;
    await transaction.run(scope, async () => {
      manager = transaction.manager;
      await manager.query(TENANT);
    });
    await expect(manager?.query(TENANT)).rejects.toThrow('The transaction has ended');
  });

  it('is free for the next also when what failed was sent in the moment in which its work gave up', async () => {
    for (let round = 0; round < 12; round++) {
      const failing = transaction.run(scope, async () => {
        transaction.send('SELECT 1 / 0', []);
        throw new Error('gave up');
      });
      await expect(failing).rejects.toThrow('gave up');
    }
    await transaction.run(scope, () => set(`free ${prepare}`));
    expect(await transaction.read(scope, () => count(`free ${prepare}`))).toEqual([{ value: 1 }]);
  });

  it('sends the others of a moment also when one has a value that cannot be sent', async () => {
    const unsendable = {
      toPostgres: () => {
        throw new Error('cannot be written');
      },
    };
    const number = (n: unknown) => transaction.query<{ n: number }>('SELECT $1::int AS n', [n]);
    for (const order of [
      [1, unsendable, 2],
      [1, 2, unsendable],
      [unsendable, 1, 2],
    ]) {
      const outcomes = await transaction.read(scope, () => Promise.allSettled(order.map(number)));
      expect(outcomes.map((outcome) => (outcome.status === 'fulfilled' ? outcome.value[0]?.n : null))).toEqual(
        order.map((n) => (typeof n === 'number' ? n : null)),
      );
    }
    expect(await transaction.read(scope, () => number(3))).toEqual([{ n: 3 }]);
  });

  it('answers statements of one packet through TypeORM in their order', async () => {
    const [own, typeorm, again] = await transaction.run(scope, () =>
      Promise.all([transaction.query(TENANT), transaction.manager.query(TENANT), transaction.query(TENANT)]),
    );
    expect([own, typeorm, again]).toEqual(Array(3).fill([{ id: ours }]));
  });

  it('is free for the next after a failure', async () => {
    for (let round = 0; round < 12; round++) {
      await expect(transaction.run(scope, () => transaction.query('SELECT 1 / 0'))).rejects.toMatchObject({
        code: '22012',
      });
      await expect(transaction.read(scope, () => transaction.query('SELECT 1 / 0'))).rejects.toMatchObject({
        code: '22012',
      });
    }
    expect(await transaction.read(scope, () => transaction.query<{ id: string }>(TENANT))).toEqual([{ id: ours }]);
  });
});
