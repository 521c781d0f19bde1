import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable, tenantView } from '../row-level-security.js';

const CUSTOM_FIELDS = `
CREATE TABLE custom_fields (
  tenant_id uuid NOT NULL REFERENCES tenants,
  id uuid NOT NULL,
  name text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('text', 'number', 'date', 'choice')),
  options text[] NOT NULL,
  archived boolean NOT NULL DEFAULT false,
  position int NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id)
);
CREATE UNIQUE INDEX custom_fields_by_name ON custom_fields (tenant_id, lower(name));
ALTER TABLE tickets ADD COLUMN custom_fields jsonb NOT NULL DEFAULT '{}';

-- One condition of a filter, '<field id>:<operator>:<value>', on the values of a ticket.
CREATE FUNCTION field_matches(held jsonb, condition text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT coalesce(CASE
    WHEN jsonb_typeof(value) <> 'number' THEN CASE operator
      WHEN 'eq' THEN value #>> '{}' = wanted
      WHEN 'has' THEN strpos(lower(value #>> '{}'), lower(wanted)) > 0
      WHEN 'gte' THEN value #>> '{}' >= wanted COLLATE "C"
      WHEN 'lte' THEN value #>> '{}' <= wanted COLLATE "C"
    END
    WHEN wanted ~ '^-?\\d{1,16}(\\.\\d{1,16})?$' THEN CASE operator
      WHEN 'eq' THEN value::numeric = wanted::numeric
      WHEN 'gte' THEN value::numeric >= wanted::numeric
      WHEN 'lte' THEN value::numeric <= wanted::numeric
    END
  END, false)
  FROM (SELECT held -> left(condition, 36) AS value, split_part(condition, ':', 2) AS operator,
    substr(condition, 39 + length(split_part(condition, ':', 2))) AS wanted) parts
$$;
`;

/** The path is kept with each category, so that a list of tickets need not climb the tree row by row. */
const CATEGORY_PATHS = `
ALTER TABLE categories ADD COLUMN path text;
WITH RECURSIVE tree AS (
  SELECT tenant_id, id, name AS path FROM categories WHERE parent_id IS NULL
  UNION ALL
  SELECT c.tenant_id, c.id, tree.path || ' › ' || c.name
  FROM categories c JOIN tree ON c.tenant_id = tree.tenant_id AND c.parent_id = tree.id
)
UPDATE categories c SET path = tree.path FROM tree WHERE c.tenant_id = tree.tenant_id AND c.id = tree.id;
ALTER TABLE categories ALTER COLUMN path SET NOT NULL;
CREATE INDEX categories_by_parent ON categories (tenant_id, parent_id);

CREATE FUNCTION category_path() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.path := coalesce((SELECT path || ' › ' FROM categories WHERE tenant_id = NEW.tenant_id AND id = NEW.parent_id), '') || NEW.name;
  RETURN NEW;
END $$;
CREATE FUNCTION category_paths_below() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- Naming the parent again makes each child look its path up, and the children of that one in turn.
  UPDATE categories SET parent_id = parent_id WHERE tenant_id = NEW.tenant_id AND parent_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER category_path BEFORE INSERT OR UPDATE OF name, parent_id ON categories
  FOR EACH ROW EXECUTE FUNCTION category_path();
CREATE TRIGGER category_paths_below AFTER UPDATE ON categories
  FOR EACH ROW WHEN (OLD.path IS DISTINCT FROM NEW.path) EXECUTE FUNCTION category_paths_below();
`;

const ACTIVE = `status IN ('new', 'open', 'in_progress', 'waiting')`;

/** In the lists' own order, so that a page costs the same whatever it is taken from. */
const INDEXES = `
DROP INDEX tickets_by_submitter, tickets_by_assignee, tickets_by_team;
CREATE INDEX tickets_by_submitter ON tickets (tenant_id, submitted_by_id, public_updated_at, id);
CREATE INDEX tickets_by_assignee ON tickets (tenant_id, assignee_id, updated_at, id);
CREATE INDEX tickets_by_team ON tickets (tenant_id, team_id, updated_at, id);
CREATE INDEX tickets_by_category ON tickets (tenant_id, category_id, updated_at, id);
CREATE INDEX tickets_active_by_update ON tickets (tenant_id, updated_at, id) WHERE ${ACTIVE};
CREATE INDEX tickets_active_by_creation ON tickets (tenant_id, created_at, id) WHERE ${ACTIVE};
CREATE INDEX tickets_active_by_priority ON tickets (tenant_id, priority_rank, id) WHERE ${ACTIVE};
CREATE INDEX tickets_active_by_assignee ON tickets (tenant_id, assignee_id, updated_at, id) WHERE ${ACTIVE};
CREATE INDEX tickets_active_by_team ON tickets (tenant_id, team_id, updated_at, id) WHERE ${ACTIVE};
CREATE INDEX tickets_ended_by_update ON tickets (tenant_id, updated_at, id) WHERE NOT (${ACTIVE});
CREATE INDEX tickets_tagged ON tickets (tenant_id, updated_at) WHERE tags <> '{}';
-- Without the tenant, whose every ticket would be merged with the few of a rare tag.
CREATE INDEX tickets_by_tag ON tickets USING gin (tags) WITH (fastupdate = off) WHERE tags <> '{}';
-- Field ids are unique everywhere; the tenant need not stand before them.
CREATE INDEX tickets_by_custom_field ON tickets USING gin (custom_fields jsonb_path_ops) WHERE custom_fields <> '{}';
`;

export class Queue1795100000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CUSTOM_FIELDS);
    await runner.query(protectTenantTable('custom_fields'));
    await runner.query(CATEGORY_PATHS);
    await runner.query(INDEXES);
    await runner.query(tenantView('tickets') + tenantView('events'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW tickets_of_tenant, events_of_tenant;
      DROP INDEX tickets_by_category, tickets_active_by_update, tickets_active_by_creation, tickets_active_by_priority,
        tickets_active_by_assignee, tickets_active_by_team, tickets_ended_by_update, tickets_tagged, tickets_by_tag, tickets_by_custom_field, categories_by_parent;
      DROP TRIGGER category_path ON categories;
      DROP TRIGGER category_paths_below ON categories;
      ALTER TABLE categories DROP COLUMN path;
      ALTER TABLE tickets DROP COLUMN custom_fields;
      DROP TABLE custom_fields;
      DROP FUNCTION category_path, category_paths_below, field_matches`);
  }
}
