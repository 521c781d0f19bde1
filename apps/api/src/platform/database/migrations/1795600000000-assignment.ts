import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from '../row-level-security.js';

const TABLES = `
ALTER TABLE teams ADD CONSTRAINT teams_mode CHECK (mode IN ('manual', 'round_robin', 'least_loaded', 'best_match'));

CREATE TABLE skills (
  tenant_id uuid NOT NULL REFERENCES tenants,
  id uuid NOT NULL,
  name text NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id)
);
CREATE UNIQUE INDEX skills_by_name ON skills (tenant_id, lower(name));

CREATE TABLE category_skills (
  tenant_id uuid NOT NULL,
  category_id uuid NOT NULL,
  skill_id uuid NOT NULL,
  level smallint NOT NULL CHECK (level BETWEEN 1 AND 5),
  PRIMARY KEY (tenant_id, category_id, skill_id),
  FOREIGN KEY (tenant_id, category_id) REFERENCES categories ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, skill_id) REFERENCES skills
);
CREATE INDEX category_skills_by_skill ON category_skills (tenant_id, skill_id);

CREATE TABLE user_skills (
  tenant_id uuid NOT NULL,
  user_id uuid NOT NULL,
  skill_id uuid NOT NULL,
  level smallint NOT NULL CHECK (level BETWEEN 1 AND 5),
  PRIMARY KEY (tenant_id, user_id, skill_id),
  FOREIGN KEY (tenant_id, user_id) REFERENCES users ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, skill_id) REFERENCES skills ON DELETE CASCADE
);
CREATE INDEX user_skills_by_skill ON user_skills (tenant_id, skill_id);

-- One for everybody who ever was on the desk. Whoever gives somebody work by itself holds this row meanwhile.
CREATE TABLE work_profiles (
  tenant_id uuid NOT NULL,
  user_id uuid NOT NULL,
  capacity smallint NOT NULL DEFAULT 6 CHECK (capacity BETWEEN 0 AND 100),
  -- Time zone and windows of a calendar; null: always.
  hours jsonb,
  availability text NOT NULL DEFAULT 'offline' CHECK (availability IN ('online', 'away', 'offline')),
  availability_source text NOT NULL DEFAULT 'presence' CHECK (availability_source IN ('manual', 'presence')),
  availability_since timestamptz NOT NULL,
  -- By the machine's clock, renewed while Baton is open somewhere; null: was not open since the last choice.
  seen_at timestamptz,
  last_assigned_at timestamptz,
  PRIMARY KEY (tenant_id, user_id),
  FOREIGN KEY (tenant_id, user_id) REFERENCES users ON DELETE CASCADE
);

CREATE TABLE absences (
  tenant_id uuid NOT NULL,
  user_id uuid NOT NULL,
  from_date date NOT NULL,
  to_date date NOT NULL CHECK (to_date >= from_date),
  PRIMARY KEY (tenant_id, user_id, from_date, to_date),
  FOREIGN KEY (tenant_id, user_id) REFERENCES work_profiles ON DELETE CASCADE
);

-- What the tickets given out together were decided from, once for all of them.
CREATE TABLE assignment_runs (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  team_id uuid NOT NULL,
  trigger text NOT NULL,
  at timestamptz NOT NULL,
  inputs jsonb NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, team_id) REFERENCES teams
);
CREATE INDEX assignment_runs_by_team ON assignment_runs (tenant_id, team_id);

CREATE TABLE assignment_decisions (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  run_id uuid NOT NULL,
  ticket_id uuid NOT NULL,
  chosen_id uuid,
  decision jsonb NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, run_id) REFERENCES assignment_runs ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, ticket_id) REFERENCES tickets ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, chosen_id) REFERENCES users
);
CREATE INDEX assignment_decisions_by_ticket ON assignment_decisions (tenant_id, ticket_id, id);
CREATE INDEX assignment_decisions_by_run ON assignment_decisions (tenant_id, run_id);
CREATE INDEX assignment_decisions_by_person ON assignment_decisions (tenant_id, chosen_id);

CREATE TABLE assignment_waits (
  tenant_id uuid NOT NULL,
  ticket_id uuid NOT NULL,
  team_id uuid NOT NULL,
  reason text NOT NULL,
  since timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, ticket_id),
  FOREIGN KEY (tenant_id, ticket_id) REFERENCES tickets ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, team_id) REFERENCES teams
);
CREATE INDEX assignment_waits_by_team ON assignment_waits (tenant_id, team_id, since);

-- What each resolved ticket took, so that a second resolution replaces the first.
CREATE TABLE handled_tickets (
  tenant_id uuid NOT NULL,
  ticket_id uuid NOT NULL,
  category_id uuid NOT NULL,
  user_id uuid NOT NULL,
  minutes double precision NOT NULL,
  PRIMARY KEY (tenant_id, ticket_id),
  FOREIGN KEY (tenant_id, ticket_id) REFERENCES tickets ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, category_id) REFERENCES categories,
  FOREIGN KEY (tenant_id, user_id) REFERENCES users
);
CREATE INDEX handled_tickets_by_category ON handled_tickets (tenant_id, category_id);
CREATE INDEX handled_tickets_by_user ON handled_tickets (tenant_id, user_id);

-- Their sums; a trigger keeps them.
CREATE TABLE handling_times (
  tenant_id uuid NOT NULL,
  category_id uuid NOT NULL,
  user_id uuid NOT NULL,
  tickets int NOT NULL,
  minutes double precision NOT NULL,
  PRIMARY KEY (tenant_id, category_id, user_id),
  FOREIGN KEY (tenant_id, category_id) REFERENCES categories,
  FOREIGN KEY (tenant_id, user_id) REFERENCES users
);
CREATE INDEX handling_times_by_user ON handling_times (tenant_id, user_id);

CREATE INDEX events_assigned ON events (tenant_id, occurred_at) WHERE type = 'ticket.assigned';
CREATE INDEX tickets_in_pool ON tickets (tenant_id, team_id, priority_rank DESC, created_at) WHERE assignee_id IS NULL AND status IN ('new', 'open');
`;

const TENANT_TABLES = [
  'skills',
  'category_skills',
  'user_skills',
  'work_profiles',
  'absences',
  'assignment_runs',
  'assignment_decisions',
  'assignment_waits',
  'handled_tickets',
  'handling_times',
];

/** What the last quarter teaches, so that the first decisions know as much as later ones. */
const LEARNED = `
INSERT INTO handled_tickets (tenant_id, ticket_id, category_id, user_id, minutes)
SELECT t.tenant_id, t.id, t.category_id, t.assignee_id, sum(least(extract(epoch FROM stretch.until - stretch.since) / 60, 240))
FROM tickets t JOIN LATERAL (
  SELECT data->>'to' AS status, occurred_at AS since, lead(occurred_at) OVER (ORDER BY seq) AS until
  FROM events e WHERE e.tenant_id = t.tenant_id AND e.ticket_id = t.id AND e.type = 'ticket.status_changed'
) stretch ON stretch.status = 'in_progress' AND stretch.until IS NOT NULL
WHERE t.resolved_at > now() - interval '90 days' AND t.category_id IS NOT NULL AND t.assignee_id IS NOT NULL
GROUP BY t.tenant_id, t.id;

INSERT INTO handling_times (tenant_id, category_id, user_id, tickets, minutes)
SELECT tenant_id, category_id, user_id, count(*), sum(minutes) FROM handled_tickets GROUP BY 1, 2, 3;
`;

const FUNCTIONS = `
CREATE FUNCTION keep_work_profile() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO work_profiles (tenant_id, user_id, availability_since) VALUES (NEW.tenant_id, NEW.id, NEW.created_at)
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER users_have_work_profiles AFTER INSERT OR UPDATE OF role ON users
  FOR EACH ROW WHEN (NEW.role <> 'employee') EXECUTE FUNCTION keep_work_profile();

-- Also by hand: whoever decides next, having waited for the row, counts this ticket as well.
CREATE FUNCTION note_assignment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE work_profiles SET last_assigned_at = NEW.updated_at WHERE tenant_id = NEW.tenant_id AND user_id = NEW.assignee_id;
  RETURN NULL;
END $$;
CREATE TRIGGER tickets_note_assignment AFTER UPDATE OF assignee_id ON tickets
  FOR EACH ROW WHEN (NEW.assignee_id IS NOT NULL AND NEW.assignee_id IS DISTINCT FROM OLD.assignee_id)
  EXECUTE FUNCTION note_assignment();

CREATE FUNCTION end_assignment_wait() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM assignment_waits WHERE tenant_id = NEW.tenant_id AND ticket_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER tickets_end_assignment_wait AFTER UPDATE OF assignee_id, status, team_id ON tickets
  FOR EACH ROW WHEN (OLD.assignee_id IS NULL AND OLD.status IN ('new', 'open') AND (
    NEW.assignee_id IS NOT NULL OR NEW.status NOT IN ('new', 'open') OR NEW.team_id IS DISTINCT FROM OLD.team_id
  )) EXECUTE FUNCTION end_assignment_wait();

CREATE FUNCTION sum_handling_times() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    UPDATE handling_times SET tickets = tickets - 1, minutes = minutes - OLD.minutes
    WHERE tenant_id = OLD.tenant_id AND category_id = OLD.category_id AND user_id = OLD.user_id;
  END IF;
  IF TG_OP <> 'DELETE' THEN
    INSERT INTO handling_times VALUES (NEW.tenant_id, NEW.category_id, NEW.user_id, 1, NEW.minutes)
    ON CONFLICT (tenant_id, category_id, user_id)
    DO UPDATE SET tickets = handling_times.tickets + 1, minutes = handling_times.minutes + NEW.minutes;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER handled_tickets_sum AFTER INSERT OR UPDATE OR DELETE ON handled_tickets
  FOR EACH ROW EXECUTE FUNCTION sum_handling_times();

INSERT INTO work_profiles (tenant_id, user_id, availability_since)
SELECT tenant_id, id, created_at FROM users WHERE role <> 'employee';
`;

/** Skills, people's working data, and what was decided from them. */
export class Assignment1795600000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    for (const table of TENANT_TABLES) await runner.query(protectTenantTable(table));
    await runner.query(LEARNED);
    await runner.query(FUNCTIONS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER users_have_work_profiles ON users;
      DROP TRIGGER tickets_note_assignment ON tickets;
      DROP TRIGGER tickets_end_assignment_wait ON tickets;
      DROP INDEX tickets_in_pool, events_assigned;
      DROP TABLE ${TENANT_TABLES.toReversed().join(', ')};
      DROP FUNCTION keep_work_profile, note_assignment, end_assignment_wait, sum_handling_times;
      ALTER TABLE teams DROP CONSTRAINT teams_mode;`);
  }
}
