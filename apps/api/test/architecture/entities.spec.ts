import { DataSource } from 'typeorm';
import { startTestApp, type TestApp } from '../support/test-app.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

interface Column {
  name: string;
  type: string;
  nullable: boolean;
}

const columnsOf = (table: string) =>
  app.sql<Column>(
    `SELECT a.attname AS name, format_type(a.atttypid, NULL) AS type, NOT a.attnotnull AS nullable
     FROM pg_attribute a WHERE a.attrelid = $1::regclass AND a.attnum > 0 AND NOT a.attisdropped`,
    [table],
  );

/** TypeORM's word for a type → PostgreSQL's. */
const TYPES: Record<string, string> = { timestamptz: 'timestamp with time zone', int: 'integer' };

it('declares no column that the database has otherwise', async () => {
  const entities = app.app.get(DataSource).entityMetadatas;
  expect(entities.length).toBeGreaterThan(6);
  for (const { tableName, columns } of entities) {
    const stored = new Map((await columnsOf(tableName)).map((column) => [column.name, column]));
    for (const { databaseName, type, isArray, isNullable } of columns) {
      const column = stored.get(databaseName);
      const declared = {
        table: tableName,
        name: databaseName,
        type: `${TYPES[String(type)] ?? type}${isArray ? '[]' : ''}`,
        nullable: isNullable,
      };
      expect(declared).toEqual({ table: tableName, ...column });
    }
  }
});

it('begins the primary key of every entity with the tenant', () => {
  for (const { tableName, primaryColumns } of app.app.get(DataSource).entityMetadatas)
    expect([tableName, primaryColumns[0]?.databaseName]).toEqual([
      tableName,
      tableName === 'tenants' ? 'id' : 'tenant_id',
    ]);
});
