import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from '../row-level-security.js';

/** Stands for no team, and for nobody in particular. */
const NONE = `'00000000-0000-0000-0000-000000000000'`;

/**
 * Counts are kept per view, team and person. The team, because a reader outside of a restricted team must not count its
 * tickets; the person, because `me` in a filter is somebody else for each reader. Writers only ever append to the
 * deltas, so that none waits for another; a job folds them into the counts, and a reader adds up both.
 */
const TABLES = `
CREATE TABLE views (
  tenant_id uuid NOT NULL REFERENCES tenants,
  id uuid NOT NULL,
  -- Of a view every organization has; such a view has no scope.
  key text,
  scope text CHECK (scope IN ('personal', 'team', 'everyone')),
  owner_id uuid,
  team_id uuid,
  name text,
  filters jsonb NOT NULL,
  sort text,
  layout text NOT NULL DEFAULT 'table' CHECK (layout IN ('table', 'board')),
  -- Not before its tickets were counted once do the deltas make up its count.
  counted boolean NOT NULL DEFAULT false,
  -- Moves with the filters.
  revision int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, key),
  FOREIGN KEY (tenant_id, owner_id) REFERENCES users,
  FOREIGN KEY (tenant_id, team_id) REFERENCES teams
);
CREATE INDEX views_by_owner ON views (tenant_id, owner_id);
CREATE INDEX views_by_team ON views (tenant_id, team_id);

CREATE TABLE view_counts (
  tenant_id uuid NOT NULL,
  view_id uuid NOT NULL,
  person_id uuid NOT NULL,
  team_id uuid NOT NULL,
  count bigint NOT NULL,
  PRIMARY KEY (tenant_id, view_id, person_id, team_id),
  FOREIGN KEY (tenant_id, view_id) REFERENCES views ON DELETE CASCADE
) WITH (fillfactor = 70);

-- Short-lived rows: swept away often, or readers step over the dead. No foreign key: a view deleted at this moment must not fail whoever changes a ticket.
CREATE TABLE view_count_deltas (
  tenant_id uuid NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY,
  view_id uuid NOT NULL,
  person_id uuid NOT NULL,
  team_id uuid NOT NULL,
  delta bigint NOT NULL,
  PRIMARY KEY (tenant_id, id)
) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000, autovacuum_vacuum_cost_delay = 0);
`;

/** The filters of GET /tickets turned around: from a ticket to the views it is in. A test holds the two together. */
const MATCHING = `
CREATE FUNCTION matching_views(t tickets) RETURNS TABLE (view_id uuid, person_id uuid, team_id uuid) LANGUAGE sql STABLE AS $$
  SELECT v.id, coalesce(me.as_assignee, me.as_requester, ${NONE}), coalesce(t.team_id, ${NONE})
  FROM views v
  CROSS JOIN LATERAL (SELECT
    CASE WHEN v.filters ? 'assignee' AND NOT v.filters -> 'assignee' ? coalesce(t.assignee_id::text, 'none') THEN t.assignee_id END AS as_assignee,
    CASE WHEN v.filters ? 'requester' AND NOT v.filters -> 'requester' ? t.requester_id::text THEN t.requester_id END AS as_requester
  ) me
  WHERE v.tenant_id = t.tenant_id
    AND NOT v.filters ? 'q'
    AND (NOT v.filters ? 'status' OR v.filters -> 'status' ? t.status)
    AND (NOT v.filters ? 'team' OR v.filters -> 'team' ? coalesce(t.team_id::text, 'none'))
    AND (NOT v.filters ? 'assignee' OR v.filters -> 'assignee' ?| ARRAY[coalesce(t.assignee_id::text, 'none'), CASE WHEN t.assignee_id IS NOT NULL THEN 'me' END])
    AND (NOT v.filters ? 'requester' OR v.filters -> 'requester' ?| ARRAY[t.requester_id::text, 'me'])
    AND (me.as_assignee = me.as_requester) IS NOT FALSE
    AND (NOT v.filters ? 'priority' OR v.filters -> 'priority' ? t.priority)
    AND (NOT v.filters ? 'category' OR v.filters -> 'category' ? coalesce(t.category_id::text, 'none'))
    AND (NOT v.filters ? 'tag' OR v.filters -> 'tag' ?| t.tags)
    AND (NOT v.filters ? 'cf' OR (SELECT bool_and(field_matches(t.custom_fields, condition)) FROM jsonb_array_elements_text(v.filters -> 'cf') condition))
    AND (NOT v.filters ? 'createdAfter' OR t.created_at >= (v.filters ->> 'createdAfter')::timestamptz)
    AND (NOT v.filters ? 'createdBefore' OR t.created_at < (v.filters ->> 'createdBefore')::timestamptz)
    AND (NOT v.filters ? 'respondedAfter' OR t.first_responded_at >= (v.filters ->> 'respondedAfter')::timestamptz)
    AND (NOT v.filters ? 'respondedBefore' OR t.first_responded_at < (v.filters ->> 'respondedBefore')::timestamptz)
    AND (NOT v.filters ? 'resolvedAfter' OR t.resolved_at >= (v.filters ->> 'resolvedAfter')::timestamptz)
    AND (NOT v.filters ? 'resolvedBefore' OR t.resolved_at < (v.filters ->> 'resolvedBefore')::timestamptz)
$$;
`;

const WATCHED = [
  'status',
  'team_id',
  'assignee_id',
  'requester_id',
  'priority',
  'category_id',
  'tags',
  'custom_fields',
  'first_responded_at',
  'resolved_at',
];
const rowOf = (row: string) => `(${WATCHED.map((column) => `${row}.${column}`).join(', ')})`;

/** As the owner, for whom row-level security folds away. New tickets come in crowds, changes one by one. */
const TRIGGERS = `
CREATE FUNCTION count_new_tickets() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO view_count_deltas (tenant_id, view_id, person_id, team_id, delta)
  SELECT n.tenant_id, m.view_id, m.person_id, m.team_id, count(*)
  FROM new_tickets n CROSS JOIN LATERAL matching_views(ROW(n.*)::tickets) m GROUP BY 1, 2, 3, 4;
  RETURN NULL;
END $$;
CREATE FUNCTION count_changed_ticket() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO view_count_deltas (tenant_id, view_id, person_id, team_id, delta)
  SELECT OLD.tenant_id, view_id, person_id, team_id, sum(delta)
  FROM (SELECT *, -1 AS delta FROM matching_views(OLD) UNION ALL SELECT *, 1 FROM matching_views(NEW)) moved
  GROUP BY 1, 2, 3, 4 HAVING sum(delta) <> 0;
  RETURN NULL;
END $$;
CREATE TRIGGER count_new_tickets AFTER INSERT ON tickets REFERENCING NEW TABLE AS new_tickets
  FOR EACH STATEMENT EXECUTE FUNCTION count_new_tickets();
CREATE TRIGGER count_changed_ticket AFTER UPDATE ON tickets
  FOR EACH ROW WHEN (${rowOf('OLD')} IS DISTINCT FROM ${rowOf('NEW')}) EXECUTE FUNCTION count_changed_ticket();
CREATE TRIGGER count_deleted_ticket AFTER DELETE ON tickets
  FOR EACH ROW EXECUTE FUNCTION count_changed_ticket();
`;

/** Views every organization has, as rows for `tenants o`. What was resolved today is not among them: tomorrow it is another one. */
const builtInOf = (tenant: string) => `
  INSERT INTO views (tenant_id, id, key, filters, counted, created_at)
  SELECT o.id, gen_random_uuid(), key, filters::jsonb, true, o.created_at
  FROM ${tenant} o CROSS JOIN (VALUES
    ('mine', '{"status": ["new", "open", "in_progress", "waiting"], "assignee": ["me"]}'),
    ('unassigned', '{"status": ["new", "open", "in_progress", "waiting"], "assignee": ["none"]}'),
    ('open', '{"status": ["new", "open", "in_progress", "waiting"]}'),
    ('waiting', '{"status": ["waiting"]}')
  ) given (key, filters);`;

const BUILT_IN = `
CREATE FUNCTION add_built_in_views() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  ${builtInOf('(SELECT NEW.id, NEW.created_at)')}
  RETURN NULL;
END $$;
CREATE TRIGGER add_built_in_views AFTER INSERT ON tenants FOR EACH ROW EXECUTE FUNCTION add_built_in_views();
${builtInOf('tenants')}
INSERT INTO view_counts (tenant_id, view_id, person_id, team_id, count)
SELECT t.tenant_id, m.view_id, m.person_id, m.team_id, count(*)
FROM tickets t CROSS JOIN LATERAL matching_views(t) m GROUP BY 1, 2, 3, 4;
`;

export class ViewCounts1795100000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    for (const table of ['views', 'view_counts', 'view_count_deltas']) await runner.query(protectTenantTable(table));
    await runner.query(MATCHING);
    await runner.query(TRIGGERS);
    await runner.query(BUILT_IN);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER count_new_tickets ON tickets;
      DROP TRIGGER count_changed_ticket ON tickets;
      DROP TRIGGER count_deleted_ticket ON tickets;
      DROP TRIGGER add_built_in_views ON tenants;
      DROP FUNCTION count_new_tickets, count_changed_ticket, add_built_in_views, matching_views;
      DROP TABLE view_count_deltas, view_counts, views`);
  }
}
