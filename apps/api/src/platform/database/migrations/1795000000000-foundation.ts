import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from '../row-level-security.js';

const TABLES = `
CREATE TABLE tenants (
  id uuid PRIMARY KEY,
  slug text NOT NULL UNIQUE CHECK (slug = lower(slug)),
  name text NOT NULL,
  ticket_prefix text NOT NULL,
  email_domains text[] NOT NULL DEFAULT '{}',
  reopen_window_days int NOT NULL DEFAULT 7,
  created_at timestamptz NOT NULL
);

CREATE TABLE counters (
  tenant_id uuid NOT NULL REFERENCES tenants,
  name text NOT NULL,
  value int NOT NULL,
  PRIMARY KEY (tenant_id, name)
);

CREATE TABLE users (
  tenant_id uuid NOT NULL REFERENCES tenants,
  id uuid NOT NULL,
  email text NOT NULL CHECK (email = lower(email)),
  name text NOT NULL,
  phone text,
  password_hash text,
  role text NOT NULL CHECK (role IN ('employee', 'coordinator', 'admin')),
  status text NOT NULL CHECK (status IN ('pending', 'approved', 'rejected', 'suspended')),
  employee_number text NOT NULL,
  avatar_key text,
  time_zone text NOT NULL DEFAULT 'UTC',
  language text NOT NULL DEFAULT 'en',
  theme text NOT NULL DEFAULT 'system',
  mail_notifications boolean NOT NULL DEFAULT true,
  invitation_pending boolean NOT NULL DEFAULT false,
  rejected_reason text,
  created_at timestamptz NOT NULL,
  last_sign_in_at timestamptz,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, email),
  UNIQUE (tenant_id, employee_number)
);
CREATE INDEX users_by_email ON users (email);
CREATE INDEX users_by_status ON users (tenant_id, status, name, id);

CREATE TABLE sessions (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  user_id uuid NOT NULL,
  user_agent text NOT NULL,
  ip text NOT NULL,
  created_at timestamptz NOT NULL,
  last_used_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  revoked_at timestamptz,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, user_id) REFERENCES users ON DELETE CASCADE
);
CREATE INDEX sessions_by_user ON sessions (tenant_id, user_id);

CREATE TABLE refresh_tokens (
  tenant_id uuid NOT NULL,
  token_hash bytea NOT NULL,
  session_id uuid NOT NULL,
  created_at timestamptz NOT NULL,
  rotated_at timestamptz,
  grace_used boolean NOT NULL DEFAULT false,
  PRIMARY KEY (tenant_id, token_hash),
  FOREIGN KEY (tenant_id, session_id) REFERENCES sessions ON DELETE CASCADE
);
CREATE INDEX refresh_tokens_by_session ON refresh_tokens (tenant_id, session_id);

CREATE TABLE one_time_tokens (
  tenant_id uuid NOT NULL,
  token_hash bytea NOT NULL,
  user_id uuid NOT NULL,
  purpose text NOT NULL CHECK (purpose IN ('invitation', 'password_reset')),
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  ended_at timestamptz,
  PRIMARY KEY (tenant_id, token_hash),
  FOREIGN KEY (tenant_id, user_id) REFERENCES users ON DELETE CASCADE
);
CREATE INDEX one_time_tokens_by_user ON one_time_tokens (tenant_id, user_id, purpose);

CREATE TABLE teams (
  tenant_id uuid NOT NULL REFERENCES tenants,
  id uuid NOT NULL,
  name text NOT NULL,
  mode text NOT NULL DEFAULT 'manual',
  restricted boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, name)
);

CREATE TABLE team_members (
  tenant_id uuid NOT NULL,
  team_id uuid NOT NULL,
  user_id uuid NOT NULL,
  PRIMARY KEY (tenant_id, team_id, user_id),
  FOREIGN KEY (tenant_id, team_id) REFERENCES teams ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, user_id) REFERENCES users ON DELETE CASCADE
);
CREATE INDEX team_members_by_user ON team_members (tenant_id, user_id);

CREATE TABLE categories (
  tenant_id uuid NOT NULL REFERENCES tenants,
  id uuid NOT NULL,
  name text NOT NULL,
  parent_id uuid,
  team_id uuid,
  archived boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE NULLS NOT DISTINCT (tenant_id, parent_id, name),
  FOREIGN KEY (tenant_id, parent_id) REFERENCES categories,
  FOREIGN KEY (tenant_id, team_id) REFERENCES teams
);

CREATE TABLE tickets (
  tenant_id uuid NOT NULL REFERENCES tenants,
  id uuid NOT NULL,
  number int NOT NULL,
  subject text NOT NULL,
  description_html text NOT NULL,
  description_text text NOT NULL,
  category_id uuid,
  issue_type text,
  priority text NOT NULL CHECK (priority IN ('low', 'medium', 'high', 'urgent')),
  priority_rank smallint NOT NULL GENERATED ALWAYS AS
    (CASE priority WHEN 'low' THEN 0 WHEN 'medium' THEN 1 WHEN 'high' THEN 2 ELSE 3 END) STORED,
  status text NOT NULL CHECK (status IN ('new', 'open', 'in_progress', 'waiting', 'resolved', 'closed', 'withdrawn')),
  requester_id uuid NOT NULL,
  submitted_by_id uuid NOT NULL,
  callback_number text,
  team_id uuid,
  assignee_id uuid,
  tags text[] NOT NULL DEFAULT '{}',
  channel text NOT NULL,
  follow_up_of_id uuid,
  version int NOT NULL DEFAULT 1,
  field_versions jsonb NOT NULL DEFAULT '{}',
  last_seq int NOT NULL DEFAULT 0,
  last_public_seq int NOT NULL DEFAULT 0,
  last_reply_by_id uuid,
  last_reply_at timestamptz,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  public_updated_at timestamptz NOT NULL,
  first_responded_at timestamptz,
  resolved_at timestamptz,
  closed_at timestamptz,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, number),
  FOREIGN KEY (tenant_id, category_id) REFERENCES categories,
  FOREIGN KEY (tenant_id, team_id) REFERENCES teams,
  FOREIGN KEY (tenant_id, requester_id) REFERENCES users,
  FOREIGN KEY (tenant_id, submitted_by_id) REFERENCES users,
  FOREIGN KEY (tenant_id, assignee_id) REFERENCES users,
  FOREIGN KEY (tenant_id, follow_up_of_id) REFERENCES tickets
);
CREATE INDEX tickets_by_update ON tickets (tenant_id, updated_at, id);
CREATE INDEX tickets_by_creation ON tickets (tenant_id, created_at, id);
CREATE INDEX tickets_by_priority ON tickets (tenant_id, priority_rank, id);
CREATE INDEX tickets_by_requester ON tickets (tenant_id, requester_id, public_updated_at, id);
CREATE INDEX tickets_by_submitter ON tickets (tenant_id, submitted_by_id);
CREATE INDEX tickets_by_assignee ON tickets (tenant_id, assignee_id, status);
CREATE INDEX tickets_by_status ON tickets (tenant_id, status, updated_at, id);
CREATE INDEX tickets_by_team ON tickets (tenant_id, team_id, status);
CREATE INDEX tickets_by_resolution ON tickets (tenant_id, resolved_at);
CREATE INDEX tickets_by_first_response ON tickets (tenant_id, first_responded_at);
CREATE INDEX tickets_by_origin ON tickets (tenant_id, follow_up_of_id) WHERE follow_up_of_id IS NOT NULL;

CREATE TABLE ticket_watchers (
  tenant_id uuid NOT NULL,
  ticket_id uuid NOT NULL,
  user_id uuid NOT NULL,
  PRIMARY KEY (tenant_id, ticket_id, user_id),
  FOREIGN KEY (tenant_id, ticket_id) REFERENCES tickets ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, user_id) REFERENCES users ON DELETE CASCADE
);
CREATE INDEX ticket_watchers_by_user ON ticket_watchers (tenant_id, user_id);

CREATE TABLE messages (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  ticket_id uuid NOT NULL,
  author_id uuid NOT NULL,
  internal boolean NOT NULL,
  body_html text NOT NULL,
  body_text text NOT NULL,
  client_id text,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, author_id, client_id, ticket_id),
  FOREIGN KEY (tenant_id, ticket_id) REFERENCES tickets ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, author_id) REFERENCES users
);
CREATE INDEX messages_by_ticket ON messages (tenant_id, ticket_id, id);

CREATE TABLE attachments (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  uploader_id uuid NOT NULL,
  ticket_id uuid,
  message_id uuid,
  name text NOT NULL,
  media_type text NOT NULL,
  size int NOT NULL,
  sha256 text NOT NULL,
  storage_key text NOT NULL,
  thumbnail_key text,
  width int,
  height int,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, uploader_id) REFERENCES users,
  FOREIGN KEY (tenant_id, ticket_id) REFERENCES tickets ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, message_id) REFERENCES messages ON DELETE CASCADE
);
CREATE INDEX attachments_by_ticket ON attachments (tenant_id, ticket_id);
CREATE INDEX attachments_by_message ON attachments (tenant_id, message_id);
CREATE INDEX attachments_unused ON attachments (tenant_id, created_at) WHERE ticket_id IS NULL;

CREATE TABLE events (
  tenant_id uuid NOT NULL REFERENCES tenants,
  id uuid NOT NULL,
  type text NOT NULL,
  occurred_at timestamptz NOT NULL,
  actor_id uuid,
  subject_id uuid NOT NULL,
  ticket_id uuid,
  seq int,
  public_seq int,
  message_id uuid,
  data jsonb NOT NULL,
  ip text,
  request_id text,
  xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, ticket_id, seq),
  UNIQUE (tenant_id, ticket_id, public_seq)
);
CREATE INDEX events_by_message ON events (tenant_id, message_id) WHERE message_id IS NOT NULL;
CREATE INDEX events_in_order ON events (tenant_id, xid, id);

CREATE TABLE mails (
  tenant_id uuid NOT NULL REFERENCES tenants,
  id uuid NOT NULL,
  event_id uuid NOT NULL,
  template text NOT NULL,
  recipient text NOT NULL,
  subject text NOT NULL,
  html text NOT NULL,
  text text NOT NULL,
  status text NOT NULL CHECK (status IN ('queued', 'sent', 'kept', 'failed')),
  error text,
  created_at timestamptz NOT NULL,
  sent_at timestamptz,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, event_id, template, recipient)
);
CREATE INDEX mails_by_creation ON mails (tenant_id, created_at, id);

CREATE TABLE idempotency_keys (
  tenant_id uuid NOT NULL REFERENCES tenants,
  user_id uuid NOT NULL,
  key text NOT NULL,
  request_hash text NOT NULL,
  -- Not jsonb, which would reorder the keys: a replay is the same answer to the byte.
  response json,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, user_id, key)
);
CREATE INDEX idempotency_keys_by_creation ON idempotency_keys (tenant_id, created_at);

-- Not of any tenant: the system's clock and the counters of refused sign-ins (keys are hashed).
CREATE TABLE system_clock (offset_seconds bigint NOT NULL);
INSERT INTO system_clock VALUES (0);
-- What processes tell each other's sockets when it is too long for a notification; swept within seconds.
CREATE TABLE socket_attachments (id bigserial UNIQUE, created_at timestamptz DEFAULT now(), payload bytea);
CREATE TABLE rate_limits (key varchar(255) PRIMARY KEY, points int NOT NULL DEFAULT 0, expire bigint);
`;

/** What must be answered before a tenant is known. Ids only; each runs as the owner. */
const LOOKUPS = `
CREATE FUNCTION tenant_for_slug(wanted text) RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
  'SELECT id FROM tenants WHERE slug = wanted';
CREATE FUNCTION tenants_for_email(wanted text) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
  'SELECT tenant_id FROM users WHERE email = wanted ORDER BY tenant_id LIMIT 20';
CREATE FUNCTION all_tenants() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
  'SELECT id FROM tenants ORDER BY id';
`;

const TENANT_TABLES = [
  'counters',
  'users',
  'sessions',
  'refresh_tokens',
  'one_time_tokens',
  'teams',
  'team_members',
  'categories',
  'tickets',
  'ticket_watchers',
  'messages',
  'attachments',
  'events',
  'mails',
  'idempotency_keys',
];

export class Foundation1795000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(LOOKUPS);
    await runner.query(protectTenantTable('tenants', 'id'));
    for (const table of TENANT_TABLES) await runner.query(protectTenantTable(table));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION tenant_for_slug, tenants_for_email, all_tenants');
    await runner.query(
      `DROP TABLE ${['tenants', 'system_clock', 'rate_limits', 'socket_attachments', ...TENANT_TABLES].join(', ')} CASCADE`,
    );
  }
}
