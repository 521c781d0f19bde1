import { tenantId } from '../data/dataset.mjs';

export const CALENDAR = '01900000-0000-7000-8000-00000000ca1e';
const POLICY = '01900000-0000-7000-8000-0000000005a1';
/** Minutes until the first response is due. */
const TARGET = 480;
const PEOPLE = 50;

const targets = { firstResponse: TARGET, nextResponse: null, resolution: null };
export const rules = {
  calendar: {
    timeZone: 'UTC',
    windows: Object.fromEntries(
      ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => [day, [['00:00', '24:00']]]),
    ),
    holidays: [],
  },
  targets: { low: targets, medium: targets, high: targets, urgent: targets },
  escalation: { notify: ['assignee'], raisePriority: false, reassign: false },
};

const fixed = (kind, n) =>
  `('0190000000007' || lpad(to_hex(${kind}), 3, '0') || '8' || lpad(to_hex(${n}), 15, '0'))::uuid`;

/** One organization that promises a first response in eight hours, around the clock. */
export const organizationSql = `
INSERT INTO tenants (id, slug, name, ticket_prefix, reopen_window_days, created_at, sla_revision)
VALUES ('${tenantId}', 'bench', 'Bench', 'BEN', 30000, now() - interval '1 year', 1);
INSERT INTO users (tenant_id, id, email, name, role, status, employee_number, created_at)
SELECT '${tenantId}', ${fixed(2, 'n::bigint')}, 'person' || n || '@bench.test', 'Person ' || n,
  CASE WHEN n = 1 THEN 'admin' WHEN n <= ${PEOPLE / 2} THEN 'coordinator' ELSE 'employee' END, 'approved', 'EMP-' || n, now() - interval '1 year'
FROM generate_series(1, ${PEOPLE}) n;
INSERT INTO sessions (tenant_id, id, user_id, user_agent, ip, created_at, last_used_at, expires_at)
VALUES ('${tenantId}', ${fixed(5, '1::bigint')}, ${fixed(2, '1::bigint')}, 'bench', '127.0.0.1', now(), now(), now() + interval '10 years');
INSERT INTO teams (tenant_id, id, name, created_at) VALUES ('${tenantId}', ${fixed(3, '1::bigint')}, 'Team', now());
INSERT INTO calendars (tenant_id, id, name, version, created_at) VALUES ('${tenantId}', '${CALENDAR}', 'Always', 1, now());
INSERT INTO calendar_versions (tenant_id, calendar_id, version, content, created_at)
VALUES ('${tenantId}', '${CALENDAR}', 1, '${JSON.stringify(rules.calendar)}', now());
INSERT INTO sla_policies (tenant_id, id, name, enabled, position, conditions, calendar_id, targets, warnings, escalation, created_at, changed_at)
VALUES ('${tenantId}', '${POLICY}', 'Standard', true, 0, '{}', '${CALENDAR}', '${JSON.stringify(rules.targets)}', '{75,90}',
  '${JSON.stringify(rules.escalation)}', now() - interval '1 year', now() - interval '1 year');`;

/** When group two begins to fall due after the last of group one, and how long that takes, seconds. */
export const DOWN = { after: 15, lasts: 10 };

/**
 * Tickets with a running clock each: `due` of them fall due one after the other in `seconds` from `first` on, as many
 * again a while later, and the others over the eight hours after.
 */
export const planSql = ({ running, due, seconds, first }) => `
CREATE TEMP TABLE plan AS
SELECT n, gen_random_uuid() AS id, date_trunc('milliseconds', timestamptz '${first.toISOString()}' + make_interval(secs => CASE
    WHEN n <= ${due} THEN ${seconds}::float8 * n / ${due}
    WHEN n <= ${2 * due} THEN ${seconds + DOWN.after} + ${DOWN.lasts}::float8 * (n - ${due}) / ${due}
    ELSE ${seconds} + 600 + 28800.0 * (n - ${2 * due}) / ${running} END)) AS due_at
FROM generate_series(1, ${running}) n`;

const started = `p.due_at - interval '${TARGET} minutes'`;
const said = `CASE WHEN p.due_at - interval '48 minutes' <= now() THEN 90 WHEN p.due_at - interval '120 minutes' <= now() THEN 75 ELSE 0 END`;
const next = `CASE ${said} WHEN 90 THEN p.due_at WHEN 75 THEN p.due_at - interval '48 minutes' ELSE p.due_at - interval '120 minutes' END`;

export const rowsSql = [
  `INSERT INTO tickets (tenant_id, id, number, subject, description_html, description_text, priority, status, requester_id,
     submitted_by_id, team_id, assignee_id, channel, last_seq, last_public_seq, created_at, updated_at, public_updated_at, due_at, sla)
   SELECT '${tenantId}', p.id, p.n, 'One of many', '<p>Text</p>', 'Text', 'medium', 'open', ${fixed(2, `(${PEOPLE / 2} + 1 + p.n % ${PEOPLE / 2})::bigint`)},
     ${fixed(2, `(${PEOPLE / 2} + 1 + p.n % ${PEOPLE / 2})::bigint`)}, ${fixed(3, '1::bigint')}, ${fixed(2, `(1 + p.n % ${PEOPLE / 2})::bigint`)},
     'web', 1, 1, ${started}, ${started}, ${started}, p.due_at,
     jsonb_build_object('metric', 'first_response', 'state', 'running', 'warned', ${said} > 0, 'startedAt',
       to_char((${started}) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'targetMinutes', ${TARGET})
   FROM plan p`,
  `INSERT INTO events (tenant_id, id, type, occurred_at, actor_id, subject_id, ticket_id, seq, public_seq, data)
   SELECT tenant_id, gen_random_uuid(), 'ticket.created', created_at, requester_id, id, id, 1, 1, '{}' FROM tickets`,
  `INSERT INTO sla_clocks (tenant_id, ticket_id, metric, cycle, policy_id, policy_name, target_minutes, warnings, calendar_id,
     calendar_version, started_at, due_at, said, next_at)
   SELECT '${tenantId}', p.id, 'first_response', 1, '${POLICY}', 'Standard', ${TARGET}, '{75,90}', '${CALENDAR}', 1, ${started},
     p.due_at, ${said}, ${next} FROM plan p`,
  `INSERT INTO sla_clocks (tenant_id, ticket_id, metric, cycle, started_at, said)
   SELECT '${tenantId}', p.id, 'resolution', 1, ${started}, 0 FROM plan p`,
  `INSERT INTO counters (tenant_id, name, value) VALUES ('${tenantId}', 'ticket', (SELECT max(n) FROM plan))`,
];

/** Of the clocks due by `$1`: how many there are, how many were told of once, and how late each was told, in ms. */
export const outcomeSql = `
SELECT count(*)::int AS due, count(*) FILTER (WHERE told = 1)::int AS once, count(*) FILTER (WHERE told > 1)::int AS often,
  array_agg(late) FILTER (WHERE late IS NOT NULL) AS late
FROM (
  SELECT count(e.id) AS told, min(extract(epoch FROM e.occurred_at - c.due_at) * 1000)::float8 AS late
  FROM sla_clocks c LEFT JOIN events e ON e.tenant_id = c.tenant_id AND e.ticket_id = c.ticket_id AND e.type = 'sla.breached'
  WHERE c.metric = 'first_response' AND c.due_at >= $1 AND c.due_at < $2 GROUP BY c.ticket_id
) clocks`;

/** Past tickets of ninety days, each answered, asked, put off, taken up and most of them resolved: six facts and a note. */
export const pastSql = (tickets) => [
  `INSERT INTO tickets (tenant_id, id, number, subject, description_html, description_text, priority, status, requester_id,
     submitted_by_id, channel, last_seq, last_public_seq, created_at, updated_at, public_updated_at)
   SELECT '${tenantId}', gen_random_uuid(), n, 'One of many', '<p>Text</p>', 'Text', (ARRAY['low', 'medium', 'high', 'urgent'])[1 + n % 4],
     CASE WHEN n % 20 = 0 THEN 'in_progress' ELSE 'resolved' END, ${fixed(2, `(${PEOPLE / 2} + 1 + n % ${PEOPLE / 2})::bigint`)},
     ${fixed(2, `(${PEOPLE / 2} + 1 + n % ${PEOPLE / 2})::bigint`)}, 'web', 8, 7, at, at, at
   FROM (SELECT n, now() - interval '89 days' * n / ${tickets} AS at FROM generate_series(1, ${tickets}) n) numbered`,
  `INSERT INTO events (tenant_id, id, type, occurred_at, actor_id, subject_id, ticket_id, seq, data)
   SELECT t.tenant_id, gen_random_uuid(), e.type, t.created_at + make_interval(mins => (e.seq - 1) * (20 + t.number % 400)),
     ${fixed(2, `(1 + t.number % ${PEOPLE / 2})::bigint`)}, t.id, t.id, e.seq, e.data::jsonb
   FROM tickets t CROSS JOIN (VALUES (1, 'ticket.created', '{}'), (2, 'ticket.status_changed', '{"to": "in_progress"}'),
     (3, 'message.sent', '{"side": "desk"}'), (4, 'note.added', '{}'), (5, 'message.sent', '{"side": "requester"}'),
     (6, 'ticket.status_changed', '{"to": "waiting"}'), (7, 'ticket.status_changed', '{"to": "in_progress"}'),
     (8, 'ticket.status_changed', '{"to": "resolved"}')) e (seq, type, data)
   WHERE e.seq < 8 OR t.status = 'resolved'`,
];
