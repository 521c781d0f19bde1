import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable, tenantView } from '../row-level-security.js';

/**
 * Versions of a calendar stay for good, the calendar's row too: clocks that ended name what they were counted by.
 * For the same reason clocks refer to policies and calendar versions without foreign keys.
 */
const TABLES = `
-- Moves with every change of policies and calendars: who has read the rules of a revision has those of now.
ALTER TABLE tenants ADD COLUMN sla_revision int NOT NULL DEFAULT 0;

CREATE TABLE calendars (
  tenant_id uuid NOT NULL REFERENCES tenants,
  id uuid NOT NULL,
  name text NOT NULL,
  version int NOT NULL,
  created_at timestamptz NOT NULL,
  deleted_at timestamptz,
  PRIMARY KEY (tenant_id, id)
);
CREATE UNIQUE INDEX calendars_by_name ON calendars (tenant_id, lower(name)) WHERE deleted_at IS NULL;

CREATE TABLE calendar_versions (
  tenant_id uuid NOT NULL,
  calendar_id uuid NOT NULL,
  version int NOT NULL,
  -- Not jsonb, which would reorder the keys: what did not change must compare equal.
  content json NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, calendar_id, version),
  FOREIGN KEY (tenant_id, calendar_id) REFERENCES calendars
);

CREATE TABLE sla_policies (
  tenant_id uuid NOT NULL REFERENCES tenants,
  id uuid NOT NULL,
  name text NOT NULL,
  enabled boolean NOT NULL,
  position int NOT NULL,
  conditions json NOT NULL,
  calendar_id uuid NOT NULL,
  targets json NOT NULL,
  warnings int[] NOT NULL,
  escalation json NOT NULL,
  created_at timestamptz NOT NULL,
  -- Since when it promises what it does.
  changed_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, calendar_id) REFERENCES calendars
);
CREATE INDEX sla_policies_by_calendar ON sla_policies (tenant_id, calendar_id);
CREATE UNIQUE INDEX sla_policies_by_name ON sla_policies (tenant_id, lower(name));

CREATE TABLE sla_clocks (
  tenant_id uuid NOT NULL,
  ticket_id uuid NOT NULL,
  metric text NOT NULL CHECK (metric IN ('first_response', 'next_response', 'resolution')),
  cycle int NOT NULL,
  -- What was promised, as it was when the clock was last planned or ended; all null when nothing was.
  policy_id uuid,
  policy_name text,
  target_minutes int,
  warnings int[],
  calendar_id uuid,
  calendar_version int,
  started_at timestamptz NOT NULL,
  due_at timestamptz,
  met_at timestamptz,
  cancelled_at timestamptz,
  breached_at timestamptz,
  -- The highest percent that was warned of, or 100 for the breach.
  said int NOT NULL DEFAULT 0,
  -- When there is something to say next; null when there is nothing.
  next_at timestamptz,
  PRIMARY KEY (tenant_id, ticket_id, metric, cycle),
  FOREIGN KEY (tenant_id, ticket_id) REFERENCES tickets ON DELETE CASCADE
) WITH (fillfactor = 80);
-- Across tenants: the ticker asks for whoever is next.
CREATE INDEX sla_clocks_by_moment ON sla_clocks (next_at) WHERE next_at IS NOT NULL;

-- What the clocks say of a ticket, as lists show it.
ALTER TABLE tickets ADD COLUMN due_at timestamptz, ADD COLUMN overdue boolean NOT NULL DEFAULT false, ADD COLUMN sla jsonb;
CREATE INDEX tickets_overdue ON tickets (tenant_id, updated_at, id) WHERE overdue;
CREATE INDEX tickets_by_due ON tickets (tenant_id, coalesce(due_at, timestamptz '2999-01-01T00:00:00Z'), id);
CREATE INDEX tickets_active_by_due ON tickets (tenant_id, coalesce(due_at, timestamptz '2999-01-01T00:00:00Z'), id)
  WHERE status IN ('new', 'open', 'in_progress', 'waiting');

-- Who has a clock with something to say by then, and (without a tenant) when the next one will. Ids only, as the owner.
CREATE FUNCTION clocks_due(by timestamptz) RETURNS TABLE (tenant_id uuid, next_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  (SELECT due.tenant_id, min(due.next_at)
   FROM (SELECT c.tenant_id, c.next_at FROM sla_clocks c WHERE c.next_at <= by ORDER BY c.next_at LIMIT 2000) due
   GROUP BY due.tenant_id ORDER BY 2)
  UNION ALL SELECT NULL, min(c.next_at) FROM sla_clocks c WHERE c.next_at > by
$$;
`;

/** As before, and by what is overdue. A test holds this and the filters of GET /tickets together. */
const NONE = `'00000000-0000-0000-0000-000000000000'`;
const matching = (overdue: string) => `
CREATE OR REPLACE FUNCTION matching_views(t tickets) RETURNS TABLE (view_id uuid, person_id uuid, team_id uuid) LANGUAGE sql STABLE AS $$
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
    ${overdue}
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
const rowOf = (row: string, columns: string[]) => `(${columns.map((column) => `${row}.${column}`).join(', ')})`;
const counting = (columns: string[]) => `
DROP TRIGGER count_changed_ticket ON tickets;
CREATE TRIGGER count_changed_ticket AFTER UPDATE ON tickets
  FOR EACH ROW WHEN (${rowOf('OLD', columns)} IS DISTINCT FROM ${rowOf('NEW', columns)}) EXECUTE FUNCTION count_changed_ticket();
`;

const builtInOf = (tenant: string, views: string[]) => `
  INSERT INTO views (tenant_id, id, key, filters, counted, created_at)
  SELECT o.id, gen_random_uuid(), key, filters::jsonb, true, o.created_at
  FROM ${tenant} o CROSS JOIN (VALUES ${views.join(', ')}) given (key, filters);`;

const BUILT_IN = [
  `('mine', '{"status": ["new", "open", "in_progress", "waiting"], "assignee": ["me"]}')`,
  `('unassigned', '{"status": ["new", "open", "in_progress", "waiting"], "assignee": ["none"]}')`,
  `('open', '{"status": ["new", "open", "in_progress", "waiting"]}')`,
  `('waiting', '{"status": ["waiting"]}')`,
];
const OVERDUE = `('overdue', '{"overdue": true}')`;

const forNewTenants = (views: string[]) => `
CREATE OR REPLACE FUNCTION add_built_in_views() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  ${builtInOf('(SELECT NEW.id, NEW.created_at)', views)}
  RETURN NULL;
END $$;
`;

const TENANT_TABLES = ['calendars', 'calendar_versions', 'sla_policies', 'sla_clocks'];

export class Sla1795500000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    for (const table of TENANT_TABLES) await runner.query(protectTenantTable(table));
    await runner.query(tenantView('tickets'));
    await runner.query(
      matching(`AND (NOT v.filters ? 'overdue' OR (v.filters -> 'overdue')::boolean = t.overdue)`) +
        counting([...WATCHED, 'overdue']) +
        forNewTenants([...BUILT_IN, OVERDUE]) +
        builtInOf('tenants', [OVERDUE]),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM views WHERE filters ? 'overdue'`);
    await runner.query(matching('') + counting(WATCHED) + forNewTenants(BUILT_IN));
    await runner.query(`
      DROP VIEW tickets_of_tenant;
      DROP FUNCTION clocks_due;
      ALTER TABLE tickets DROP COLUMN due_at, DROP COLUMN overdue, DROP COLUMN sla;
      DROP TABLE ${[...TENANT_TABLES].reverse().join(', ')};
      ALTER TABLE tenants DROP COLUMN sla_revision`);
    await runner.query(tenantView('tickets'));
  }
}
