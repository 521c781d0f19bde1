import { runMigrations as migrateJobs } from 'graphile-worker';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { KNOW_ROW_TASKS } from '../jobs/job-rows.js';
import { Foundation1795000000000 } from './migrations/1795000000000-foundation.js';
import { Queue1795100000000 } from './migrations/1795100000000-queue.js';
import { ViewCounts1795100000001 } from './migrations/1795100000001-view-counts.js';
import { Search1795200000000 } from './migrations/1795200000000-search.js';
import { Relations1795300000000 } from './migrations/1795300000000-relations.js';
import { Conversation1795400000000 } from './migrations/1795400000000-conversation.js';
import { UnreadFrom1795400000001 } from './migrations/1795400000001-unread-from.js';
import { Sla1795500000000 } from './migrations/1795500000000-sla.js';
import { Assignment1795600000000 } from './migrations/1795600000000-assignment.js';
import { AssignmentWakes1795700000000 } from './migrations/1795700000000-assignment-wakes.js';

const MIGRATIONS = [
  Foundation1795000000000,
  Queue1795100000000,
  ViewCounts1795100000001,
  Search1795200000000,
  Relations1795300000000,
  Conversation1795400000000,
  UnreadFrom1795400000001,
  Sla1795500000000,
  Assignment1795600000000,
  AssignmentWakes1795700000000,
];

/** Any number; two runners at once take turns. */
const MIGRATION_LOCK = 727_110_395;

/** What the application's role may do; nothing else is granted. Events are append-only. */
const GRANTS: Record<string, string> = {
  tenants: 'SELECT, UPDATE',
  counters: 'SELECT, INSERT, UPDATE',
  users: 'SELECT, INSERT, UPDATE',
  sessions: 'SELECT, INSERT, UPDATE, DELETE',
  refresh_tokens: 'SELECT, INSERT, UPDATE, DELETE',
  one_time_tokens: 'SELECT, INSERT, UPDATE, DELETE',
  teams: 'SELECT, INSERT, UPDATE',
  team_members: 'SELECT, INSERT, DELETE',
  categories: 'SELECT, INSERT, UPDATE',
  tickets: 'SELECT, INSERT, UPDATE',
  tickets_of_tenant: 'SELECT',
  custom_fields: 'SELECT, INSERT, UPDATE',
  views: 'SELECT, INSERT, UPDATE, DELETE',
  view_counts: 'SELECT, INSERT, UPDATE, DELETE',
  view_count_deltas: 'SELECT, DELETE',
  calendars: 'SELECT, INSERT, UPDATE',
  calendar_versions: 'SELECT, INSERT',
  sla_policies: 'SELECT, INSERT, UPDATE, DELETE',
  sla_clocks: 'SELECT, INSERT, UPDATE',
  ticket_watchers: 'SELECT, INSERT, UPDATE (joined), DELETE',
  ticket_merges: 'SELECT, INSERT, UPDATE, DELETE',
  ticket_links: 'SELECT, INSERT, DELETE',
  ticket_splits: 'SELECT, INSERT, DELETE',
  bulk_edits: 'SELECT, INSERT, UPDATE',
  bulk_edit_items: 'SELECT, INSERT, UPDATE',
  messages: 'SELECT, INSERT, UPDATE (ticket_id, origin_ticket_id, body_html, body_text, edited_at, redacted_at)',
  message_versions: 'SELECT, INSERT, DELETE',
  drafts: 'SELECT, INSERT, UPDATE',
  ticket_reads: 'SELECT, INSERT, UPDATE',
  macros: 'SELECT, INSERT, UPDATE, DELETE',
  notifications: 'SELECT, INSERT, UPDATE, DELETE',
  skills: 'SELECT, INSERT, UPDATE, DELETE',
  category_skills: 'SELECT, INSERT, DELETE',
  user_skills: 'SELECT, INSERT, DELETE',
  work_profiles: 'SELECT, INSERT, UPDATE',
  absences: 'SELECT, INSERT, DELETE',
  assignment_runs: 'SELECT, INSERT',
  assignment_decisions: 'SELECT, INSERT',
  assignment_waits: 'SELECT, INSERT, UPDATE, DELETE',
  assignment_wakes: 'SELECT, INSERT, DELETE',
  handled_tickets: 'SELECT, INSERT, UPDATE',
  handling_times: 'SELECT, INSERT, UPDATE',
  attachments: 'SELECT, INSERT, UPDATE, DELETE',
  events: 'SELECT, INSERT',
  events_of_tenant: 'SELECT',
  search_documents: 'SELECT',
  search_index: 'SELECT',
  search_words: 'SELECT, INSERT',
  search_vocabulary: 'SELECT',
  mails: 'SELECT, INSERT, UPDATE, DELETE',
  idempotency_keys: 'SELECT, INSERT, UPDATE, DELETE',
  system_clock: 'SELECT, UPDATE',
  rate_limits: 'SELECT, INSERT, UPDATE, DELETE',
  socket_attachments: 'SELECT, INSERT, DELETE',
};

export interface MigrationTarget {
  /** As the owner of the schema. */
  ownerUrl: string;
  /** As the application; its role is made when missing, with this password. */
  appUrl: string;
}

/** Brings a database to this version: role, schema, job tables, grants. Safe to repeat and to run twice at once. */
export async function migrate({ ownerUrl, appUrl }: MigrationTarget): Promise<void> {
  const lock = new pg.Client({ connectionString: ownerUrl });
  await lock.connect();
  try {
    await lock.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const role = await ensureRole(lock, new URL(appUrl));
    await migrateSchema(ownerUrl);
    await migrateJobTables(lock, ownerUrl, role);
    await grant(lock, role);
  } finally {
    await lock.end();
  }
}

async function ensureRole(client: pg.Client, appUrl: URL): Promise<string> {
  const name = decodeURIComponent(appUrl.username);
  const role = pg.escapeIdentifier(name);
  const { rowCount } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [name]);
  if (rowCount === 0) {
    const password = pg.escapeLiteral(decodeURIComponent(appUrl.password));
    await client.query(
      `CREATE ROLE ${role} LOGIN PASSWORD ${password} NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE`,
    );
  }
  return role;
}

async function migrateSchema(ownerUrl: string): Promise<void> {
  const source = new DataSource({
    type: 'postgres',
    url: ownerUrl,
    migrations: MIGRATIONS,
    migrationsTableName: 'migrations',
  });
  await source.initialize();
  try {
    await source.runMigrations({ transaction: 'each' });
  } finally {
    await source.destroy();
  }
}

/** The job tables belong to the application's role, which enqueues in its own transactions and works the queue. */
async function migrateJobTables(client: pg.Client, ownerUrl: string, role: string): Promise<void> {
  const { rows } = await client.query('SELECT current_database() AS name');
  const database = pg.escapeIdentifier(rows[0].name);
  await client.query(`GRANT ${role} TO CURRENT_USER`);
  await client.query(`GRANT CREATE ON DATABASE ${database} TO ${role}`);
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 1 });
  pool.on('error', () => undefined);
  pool.on('connect', (connection) => {
    // A lost connection fails the statement that needs it; the event itself says nothing more.
    connection.on('error', () => undefined);
    void connection.query(`SET ROLE ${role}`);
  });
  try {
    await migrateJobs({ pgPool: pool });
    await pool.query(KNOW_ROW_TASKS);
  } finally {
    await pool.end();
    await client.query(`REVOKE CREATE ON DATABASE ${database} FROM ${role}`);
  }
}

async function grant(client: pg.Client, role: string): Promise<void> {
  const grants = Object.entries(GRANTS).map(([table, rights]) => `GRANT ${rights} ON ${table} TO ${role}`);
  const usage = `GRANT USAGE ON SCHEMA public TO ${role}; GRANT USAGE ON SEQUENCE socket_attachments_id_seq TO ${role}`;
  await client.query([usage, ...grants].join(';\n'));
}
