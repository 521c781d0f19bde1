import { employeesFor, tenantId } from './dataset.mjs';
import { peopleSql } from './people-sql.mjs';
import { eventsSql, filesSql, functionsSql, messagesSql, planSql, ticketsSql, watchersSql } from './tickets-sql.mjs';
import { sentences } from './words.mjs';

const SENTENCES = 20_000;
/** Loaded without their secondary indexes, which are built afterwards in one go each. */
const BULKY = ['tickets', 'messages', 'events', 'attachments', 'search_documents', 'search_words'];

const FAST = `
SET synchronous_commit = off;
SET maintenance_work_mem = '1GB';
SET work_mem = '256MB'`;

/**
 * Fills a migrated, empty database with one organization of `tickets` tickets, the same ones every time.
 * @param connect makes a connection of the owner
 * @returns what it took, in seconds per step
 */
export async function generate(connect, tickets, say) {
  const steps = {};
  const owner = await connect();
  const other = await connect();
  const step = async (name, work) => {
    const began = performance.now();
    await work();
    steps[name] = Math.round((performance.now() - began) / 100) / 10;
    say(`  ${name}: ${steps[name]} s`);
  };
  try {
    for (const connection of [owner, other]) await connection.query(FAST);
    await step('people', () => people(owner, tickets));
    await step('plan', () => plan(owner, tickets));
    // What triggers keep is filled in at the end, all at once.
    for (const connection of [owner, other]) await connection.query('SET session_replication_role = replica');
    const indexes = await takeIndexes(owner);
    await step('tickets', () => owner.query(ticketsSql, [tenantId]));
    await step('conversations', () => conversations(owner, other, tickets));
    await step('search', () => owner.query('SELECT fill_search_index()'));
    await step('counts', () => owner.query(countsSql));
    await step('indexes', () => inTwo(owner, other, indexes));
    await owner.query('DROP SCHEMA bench CASCADE');
    await step('statistics', () => owner.query('VACUUM (ANALYZE)'));
  } finally {
    await owner.end();
    await other.end();
  }
  return steps;
}

/** What the triggers would have counted, as the product itself begins to count. */
const countsSql = `
INSERT INTO view_counts (tenant_id, view_id, person_id, team_id, count)
SELECT t.tenant_id, m.view_id, m.person_id, m.team_id, count(*)
FROM tickets t CROSS JOIN LATERAL matching_views(t) m GROUP BY 1, 2, 3, 4`;

async function people(owner, tickets) {
  await owner.query(functionsSql);
  const texts = sentences(SENTENCES, 12, 42);
  await owner.query(
    'INSERT INTO bench.sentences SELECT place, text FROM unnest($1::text[]) WITH ORDINALITY s (text, place)',
    [texts],
  );
  const values = [tenantId, employeesFor(tickets), tickets];
  for (const { text, takes } of peopleSql) await owner.query(text, values.slice(0, takes));
}

async function plan(owner, tickets) {
  const now = new Date(Math.floor(Date.now() / 60_000) * 60_000).toISOString();
  const literal = { $1: String(tickets), $2: String(employeesFor(tickets)), $3: `timestamptz '${now}'` };
  // CREATE TABLE AS takes no parameters.
  await owner.query(planSql.replace(/\$[123]/g, (name) => literal[name]));
  await owner.query('ANALYZE bench.plan; ANALYZE bench.sentences');
}

async function conversations(owner, other, tickets) {
  const messages = async () => {
    await owner.query(messagesSql, [tenantId]);
    await owner.query(filesSql, [tenantId]);
    await owner.query(watchersSql.replace('$2', employeesFor(tickets)), [tenantId]);
  };
  await Promise.all([messages(), other.query(eventsSql, [tenantId])]);
}

/** Drops the indexes that carry no constraint. @returns the statements that make them again */
async function takeIndexes(owner) {
  const { rows } = await owner.query(
    `SELECT i.indexrelid::regclass AS name, pg_get_indexdef(i.indexrelid) AS definition FROM pg_index i
     WHERE i.indrelid = ANY($1::regclass[]) AND NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conindid = i.indexrelid)`,
    [BULKY],
  );
  for (const { name } of rows) await owner.query(`DROP INDEX ${name}`);
  return rows.map(({ definition }) => definition);
}

/** Works a list off on two connections at once. */
async function inTwo(one, other, statements) {
  const waiting = [...statements];
  const work = async (connection) => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await connection.query(next);
  };
  await Promise.all([work(one), work(other)]);
}
