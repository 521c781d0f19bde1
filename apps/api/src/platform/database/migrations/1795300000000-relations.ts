import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from '../row-level-security.js';

const TABLES = `
-- Where it was written to, when it lives elsewhere: a message's home is the end of its origin's chain of merges.
ALTER TABLE messages ADD COLUMN origin_ticket_id uuid,
  ADD FOREIGN KEY (tenant_id, origin_ticket_id) REFERENCES tickets;
CREATE INDEX messages_by_origin ON messages (tenant_id, origin_ticket_id) WHERE origin_ticket_id IS NOT NULL;
-- A client id is unique where it was sent to, so that a merge never brings two of them together.
ALTER TABLE messages DROP CONSTRAINT messages_tenant_id_author_id_client_id_ticket_id_key;
CREATE UNIQUE INDEX messages_by_client_id
  ON messages (tenant_id, author_id, client_id, coalesce(origin_ticket_id, ticket_id));

-- Watches because their own ticket was merged into this one.
ALTER TABLE ticket_watchers ADD COLUMN joined boolean NOT NULL DEFAULT false;

-- What is merged now. What was, and no longer is, the timelines tell.
CREATE TABLE ticket_merges (
  tenant_id uuid NOT NULL,
  source_id uuid NOT NULL,
  target_id uuid NOT NULL,
  merged_at timestamptz NOT NULL,
  before jsonb NOT NULL,
  PRIMARY KEY (tenant_id, source_id),
  CHECK (source_id <> target_id),
  FOREIGN KEY (tenant_id, source_id) REFERENCES tickets ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, target_id) REFERENCES tickets ON DELETE CASCADE
);
CREATE INDEX ticket_merges_by_target ON ticket_merges (tenant_id, target_id);

-- 'parent': from the child to its parent. Two tickets have one link at most.
CREATE TABLE ticket_links (
  tenant_id uuid NOT NULL,
  from_id uuid NOT NULL,
  to_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('related', 'parent')),
  PRIMARY KEY (tenant_id, from_id, to_id),
  CHECK (from_id <> to_id),
  FOREIGN KEY (tenant_id, from_id) REFERENCES tickets ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, to_id) REFERENCES tickets ON DELETE CASCADE
);
CREATE INDEX ticket_links_by_target ON ticket_links (tenant_id, to_id);
CREATE UNIQUE INDEX ticket_links_by_pair ON ticket_links (tenant_id, least(from_id, to_id), greatest(from_id, to_id));
CREATE UNIQUE INDEX ticket_links_one_parent ON ticket_links (tenant_id, from_id) WHERE kind = 'parent';

CREATE TABLE ticket_splits (
  tenant_id uuid NOT NULL,
  ticket_id uuid NOT NULL,
  source_id uuid NOT NULL,
  message_id uuid NOT NULL,
  split_by_id uuid NOT NULL,
  PRIMARY KEY (tenant_id, ticket_id),
  FOREIGN KEY (tenant_id, ticket_id) REFERENCES tickets ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, source_id) REFERENCES tickets ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, message_id) REFERENCES messages ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, split_by_id) REFERENCES users
);
CREATE INDEX ticket_splits_by_source ON ticket_splits (tenant_id, source_id);
CREATE INDEX ticket_splits_by_message ON ticket_splits (tenant_id, message_id);
CREATE INDEX ticket_splits_by_splitter ON ticket_splits (tenant_id, split_by_id);

CREATE TABLE bulk_edits (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  author_id uuid NOT NULL,
  state text NOT NULL CHECK (state IN ('running', 'done', 'undoing', 'undone')),
  changes jsonb NOT NULL,
  started_at timestamptz NOT NULL,
  finished_at timestamptz,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, author_id) REFERENCES users
);
CREATE INDEX bulk_edits_by_author ON bulk_edits (tenant_id, author_id);

CREATE TABLE bulk_edit_items (
  tenant_id uuid NOT NULL,
  bulk_edit_id uuid NOT NULL,
  ticket_id uuid NOT NULL,
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'done', 'failed', 'restored', 'kept')),
  code text,
  -- Field -> {from, to}, for the undo.
  changes jsonb NOT NULL DEFAULT '{}',
  -- Of the ticket after the change: the order of several edits of one ticket.
  version int,
  PRIMARY KEY (tenant_id, bulk_edit_id, ticket_id),
  FOREIGN KEY (tenant_id, bulk_edit_id) REFERENCES bulk_edits ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, ticket_id) REFERENCES tickets ON DELETE CASCADE
);
CREATE INDEX bulk_edit_items_by_state ON bulk_edit_items (tenant_id, bulk_edit_id, state, ticket_id);
CREATE INDEX bulk_edit_items_by_ticket ON bulk_edit_items (tenant_id, ticket_id, version);
`;

const TENANT_TABLES = ['ticket_merges', 'ticket_links', 'ticket_splits', 'bulk_edits', 'bulk_edit_items'];

export class Relations1795300000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    for (const table of TENANT_TABLES) await runner.query(protectTenantTable(table));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE ${TENANT_TABLES.join(', ')}`);
    await runner.query('ALTER TABLE ticket_watchers DROP COLUMN joined');
    await runner.query('DROP INDEX messages_by_client_id');
    await runner.query('ALTER TABLE messages DROP COLUMN origin_ticket_id');
    await runner.query('ALTER TABLE messages ADD UNIQUE (tenant_id, author_id, client_id, ticket_id)');
  }
}
