import { CATEGORIES, COORDINATORS, KINDS, RESTRICTED_TEAM, TEAMS } from './dataset.mjs';

/** The organization and the people around its tickets. `$1` tenant, `$2` employees, `$3` tickets. */
export const peopleSql = [
  {
    text: `INSERT INTO tenants (id, slug, name, ticket_prefix, reopen_window_days, created_at)
      VALUES ($1, 'bench', 'Bench', 'BEN', 30000, now() - interval '3 years')`,
    takes: 1,
  },
  {
    text: `INSERT INTO users (tenant_id, id, email, name, role, status, employee_number, created_at)
      SELECT $1, bench.fixed_id(${KINDS.user}, n), 'person' || n || '@bench.test', initcap(bench.sentence_word(n)) || ' Person ' || n,
        CASE WHEN n = 1 THEN 'admin' WHEN n <= ${COORDINATORS + 1} THEN 'coordinator' ELSE 'employee' END,
        'approved', 'EMP-' || n, now() - interval '3 years'
      FROM generate_series(1, $2::int + ${COORDINATORS + 1}) n`,
    takes: 2,
  },
  {
    text: `INSERT INTO sessions (tenant_id, id, user_id, user_agent, ip, created_at, last_used_at, expires_at)
      SELECT $1, bench.fixed_id(${KINDS.session}, n), bench.fixed_id(${KINDS.user}, n), 'bench', '127.0.0.1', now(), now(), now() + interval '10 years'
      FROM generate_series(1, ${COORDINATORS + 21}) n`,
    takes: 1,
  },
  {
    text: `INSERT INTO teams (tenant_id, id, name, restricted, created_at)
      SELECT $1, bench.fixed_id(${KINDS.team}, n), 'Team ' || n, n = ${RESTRICTED_TEAM}, now() FROM generate_series(1, ${TEAMS}) n`,
    takes: 1,
  },
  {
    text: `INSERT INTO team_members (tenant_id, team_id, user_id)
      SELECT $1, bench.fixed_id(${KINDS.team}, n % ${TEAMS} + 1), bench.fixed_id(${KINDS.user}, n + 1) FROM generate_series(1, ${COORDINATORS}) n`,
    takes: 1,
  },
  {
    // Six at the top, four below each.
    text: `INSERT INTO categories (tenant_id, id, name, parent_id, created_at)
      SELECT $1, bench.fixed_id(${KINDS.category}, n), 'Category ' || n,
        CASE WHEN n > 6 THEN bench.fixed_id(${KINDS.category}, (n - 7) / 4 + 1) END, now()
      FROM generate_series(1, ${CATEGORIES}) n ORDER BY n`,
    takes: 1,
  },
  {
    text: `INSERT INTO counters (tenant_id, name, value) VALUES ($1, 'ticket', $3), ($1, 'employee', $2::int + ${COORDINATORS + 1})`,
    takes: 3,
  },
];
