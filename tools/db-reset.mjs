/** `npm run db:reset`: deletes the embedded database with its files. The next start makes a new demo. */
import { existsSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { build } from './build.mjs';
import { bootstrap } from './support/bootstrap.mjs';
import { root } from './support/workspace.mjs';

bootstrap();
if (!(await build())) process.exit(1);
const { deleteEmbeddedPostgres } = await import('../apps/api/dist/platform/embedded-postgres/embedded-postgres.js');

const data = resolve(root, process.env.DATA_DIR ?? '.data');
const database = resolve(data, 'postgres');
if (!existsSync(database)) {
  console.log(`There is no database in ${data}.`);
} else {
  await deleteEmbeddedPostgres(database);
  for (const folder of ['files']) rmSync(resolve(data, folder), { recursive: true, force: true });
  console.log(`Deleted the database in ${data}. npm start makes a new one.`);
}
