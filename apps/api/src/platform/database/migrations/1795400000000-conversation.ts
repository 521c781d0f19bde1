import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from '../row-level-security.js';

const TABLES = `
ALTER TABLE messages ADD COLUMN edited_at timestamptz, ADD COLUMN redacted_at timestamptz;
CREATE INDEX attachments_by_storage_key ON attachments (tenant_id, storage_key);

CREATE TABLE message_versions (
  tenant_id uuid NOT NULL,
  message_id uuid NOT NULL,
  version int NOT NULL,
  body_html text NOT NULL,
  edited_by_id uuid NOT NULL,
  replaced_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, message_id, version),
  FOREIGN KEY (tenant_id, message_id) REFERENCES messages ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, edited_by_id) REFERENCES users
);
CREATE INDEX message_versions_by_editor ON message_versions (tenant_id, edited_by_id);

-- Kept when the text is gone: its revision is what refuses a late packet.
CREATE TABLE drafts (
  tenant_id uuid NOT NULL,
  user_id uuid NOT NULL,
  ticket_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('reply', 'note')),
  body_html text NOT NULL,
  revision bigint NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, user_id, ticket_id, kind),
  FOREIGN KEY (tenant_id, user_id) REFERENCES users ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, ticket_id) REFERENCES tickets ON DELETE CASCADE
);
CREATE INDEX drafts_by_ticket ON drafts (tenant_id, ticket_id);

-- In the numbering of all entries, whoever the reader is: a role may change, what was read stays read.
CREATE TABLE ticket_reads (
  tenant_id uuid NOT NULL,
  user_id uuid NOT NULL,
  ticket_id uuid NOT NULL,
  seq int NOT NULL,
  PRIMARY KEY (tenant_id, user_id, ticket_id),
  FOREIGN KEY (tenant_id, user_id) REFERENCES users ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, ticket_id) REFERENCES tickets ON DELETE CASCADE
);
CREATE INDEX ticket_reads_by_ticket ON ticket_reads (tenant_id, ticket_id);

CREATE TABLE macros (
  tenant_id uuid NOT NULL REFERENCES tenants,
  id uuid NOT NULL,
  name text NOT NULL,
  scope text NOT NULL CHECK (scope IN ('personal', 'everyone')),
  owner_id uuid NOT NULL,
  team_id uuid,
  body_html text NOT NULL,
  internal boolean NOT NULL,
  actions jsonb NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, owner_id) REFERENCES users,
  FOREIGN KEY (tenant_id, team_id) REFERENCES teams
);
CREATE INDEX macros_by_owner ON macros (tenant_id, owner_id);
CREATE INDEX macros_by_team ON macros (tenant_id, team_id) WHERE team_id IS NOT NULL;

CREATE TABLE notifications (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  user_id uuid NOT NULL,
  event_id uuid NOT NULL,
  kind text NOT NULL,
  ticket_id uuid NOT NULL,
  -- Of the event's entry: whoever has read so far has read this.
  seq int NOT NULL,
  actor_id uuid,
  created_at timestamptz NOT NULL,
  read_at timestamptz,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, event_id, user_id),
  FOREIGN KEY (tenant_id, user_id) REFERENCES users ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, ticket_id) REFERENCES tickets ON DELETE CASCADE
);
CREATE INDEX notifications_by_user ON notifications (tenant_id, user_id, created_at, id);
CREATE INDEX notifications_unread ON notifications (tenant_id, user_id, ticket_id) WHERE read_at IS NULL;
CREATE INDEX notifications_by_ticket ON notifications (tenant_id, ticket_id);
`;

const TENANT_TABLES = ['message_versions', 'drafts', 'ticket_reads', 'macros', 'notifications'];

export class Conversation1795400000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    for (const table of TENANT_TABLES) await runner.query(protectTenantTable(table));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE ${TENANT_TABLES.join(', ')}`);
    await runner.query('DROP INDEX attachments_by_storage_key');
    await runner.query('ALTER TABLE messages DROP COLUMN edited_at, DROP COLUMN redacted_at');
  }
}
