import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from '../row-level-security.js';

const TABLE = `
-- Teams that may have something to give out by then. Rows are only added and taken, so nobody waits for another's.
CREATE TABLE assignment_wakes (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  team_id uuid NOT NULL,
  trigger text NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, team_id) REFERENCES teams
);
CREATE INDEX assignment_wakes_by_team ON assignment_wakes (tenant_id, team_id, trigger);
CREATE INDEX assignment_wakes_by_moment ON assignment_wakes (at);

-- Who has teams to serve by then, and (without a tenant) when the next one is to be. Ids only, as the owner.
CREATE FUNCTION wakes_due(by timestamptz) RETURNS TABLE (tenant_id uuid, next_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  (SELECT due.tenant_id, min(due.at)
   FROM (SELECT w.tenant_id, w.at FROM assignment_wakes w WHERE w.at <= by ORDER BY w.at LIMIT 2000) due
   GROUP BY due.tenant_id ORDER BY 2)
  UNION ALL SELECT NULL, min(w.at) FROM assignment_wakes w WHERE w.at > by
$$;

-- What was kept for them until now.
DO $$ BEGIN
  IF to_regclass('graphile_worker.jobs') IS NOT NULL THEN
    PERFORM graphile_worker.remove_job(key) FROM graphile_worker.jobs WHERE task_identifier = 'assign_team';
  END IF;
END $$;
`;

/** Teams are woken by rows instead of jobs, in the transaction of what wakes them. */
export class AssignmentWakes1795700000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLE);
    await runner.query(protectTenantTable('assignment_wakes'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION wakes_due; DROP TABLE assignment_wakes;');
  }
}
