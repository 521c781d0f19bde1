import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from '../../support/workspace.mjs';
import { generate } from '../data/generate.mjs';

/** The API's own driver, so that both sides speak to PostgreSQL through the same code. */
export const pg = createRequire(join(root, 'apps/api/package.json'))('pg');

const built = (path) => import(join(root, 'apps/api/dist/platform', path));
const APP = { user: 'baton_bench', password: 'baton-bench' };

/** The product's embedded PostgreSQL with its production settings, on a folder of its own that is kept for the next run. */
export async function startCluster(dataDir, say) {
  const { startEmbeddedPostgres } = await built('embedded-postgres/embedded-postgres.js');
  const server = await startEmbeddedPostgres({ dataDir, log: say });
  return { server, pid: await postmasterOf(server.ownerUrl), stop: () => server.stop() };
}

/** A database of `tickets` tickets; made when there is none of this schema and generator yet. */
export async function databaseOf(cluster, tickets, say) {
  const name = `bench_${tickets}`;
  const ownerUrl = urlOf(cluster.server.ownerUrl, name);
  const appUrl = urlOf(cluster.server.ownerUrl, name, APP);
  const wanted = fingerprint();
  const steps = await asOwner(cluster.server.ownerUrl, async (owner) => {
    const { rows } = await owner.query(
      `SELECT shobj_description(oid, 'pg_database') AS made_by FROM pg_database WHERE datname = $1`,
      [name],
    );
    if (rows[0]?.made_by === wanted) return null;
    say(`Making ${tickets.toLocaleString('en')} tickets`);
    await owner.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await owner.query(`CREATE DATABASE ${name}`);
    const { migrate } = await built('database/migrate.js');
    await migrate({ ownerUrl, appUrl });
    const made = await generate(() => connected(ownerUrl), tickets, say);
    await owner.query(`COMMENT ON DATABASE ${name} IS '${wanted}'`);
    return made;
  });
  return { name, tickets, ownerUrl, appUrl, steps };
}

/** Another database with the same content. Only while nobody uses the first. */
export async function cloneFor(cluster, database, purpose) {
  const name = `${database.name}_${purpose}`;
  const { ownerUrl } = cluster.server;
  await asOwner(ownerUrl, async (owner) => {
    await owner.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await owner.query(`CREATE DATABASE ${name} TEMPLATE ${database.name} STRATEGY file_copy`);
  });
  return { name, ownerUrl: urlOf(ownerUrl, name), appUrl: urlOf(ownerUrl, name, APP) };
}

/** All that `cloneFor` made. */
export const dropClones = (cluster) =>
  asOwner(cluster.server.ownerUrl, async (owner) => {
    const { rows } = await owner.query(`SELECT datname FROM pg_database WHERE datname ~ '^bench_[0-9]+_'`);
    for (const { datname } of rows) await owner.query(`DROP DATABASE ${datname} WITH (FORCE)`);
  });

/** A database of this schema with nothing in it, made anew. */
export async function emptyDatabase(cluster, name) {
  const { ownerUrl } = cluster.server;
  const database = { name, ownerUrl: urlOf(ownerUrl, name), appUrl: urlOf(ownerUrl, name, APP) };
  await asOwner(ownerUrl, async (owner) => {
    await owner.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await owner.query(`CREATE DATABASE ${name}`);
  });
  const { migrate } = await built('database/migrate.js');
  await migrate(database);
  return database;
}

export async function connected(url) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client;
}

export async function asOwner(url, work) {
  const client = await connected(url);
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function postmasterOf(ownerUrl) {
  const backend = await asOwner(ownerUrl, async (client) => {
    const { rows } = await client.query('SELECT pg_backend_pid() AS pid');
    // Its parent is the postmaster.
    return Number(readFileSync(`/proc/${rows[0].pid}/stat`, 'utf8').split(') ')[1].split(' ')[1]);
  });
  return backend;
}

function urlOf(ownerUrl, database, account) {
  const url = new URL(ownerUrl);
  url.pathname = `/${database}`;
  if (account) Object.assign(url, { username: account.user, password: account.password });
  return url.href;
}

/** What a generated database depends on: the schema and the generator. */
function fingerprint() {
  const hash = createHash('sha256');
  for (const folder of ['apps/api/src/platform/database/migrations', 'tools/bench/data']) {
    for (const name of readdirSync(join(root, folder)).sort()) {
      const path = join(root, folder, name);
      if (statSync(path).isFile()) hash.update(name).update(readFileSync(path));
    }
  }
  return hash.digest('hex');
}
