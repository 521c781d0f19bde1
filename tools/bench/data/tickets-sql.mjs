import { CATEGORIES, COORDINATORS, KINDS, TAGS, TEAMS } from './dataset.mjs';

/** A number in [1, count] that follows from the row and the seed alone. */
const pick = (of, seed, count) => `(1 + (hashint8extended((${of})::bigint, ${seed}) & 2147483647) % ${count})`;

/** Functions the statements below share; dropped with their schema. */
export const functionsSql = `
CREATE SCHEMA bench;
CREATE FUNCTION bench.id(kind int, n bigint, at timestamptz) RETURNS uuid LANGUAGE sql IMMUTABLE AS $$
  SELECT (lpad(to_hex((extract(epoch FROM at) * 1000)::bigint), 12, '0') || '7' || lpad(to_hex(kind), 3, '0') || '8' || lpad(to_hex(n), 15, '0'))::uuid $$;
CREATE FUNCTION bench.fixed_id(kind int, n bigint) RETURNS uuid LANGUAGE sql IMMUTABLE AS $$
  SELECT ('0190000000007' || lpad(to_hex(kind), 3, '0') || '8' || lpad(to_hex(n), 15, '0'))::uuid $$;
CREATE UNLOGGED TABLE bench.sentences (id int PRIMARY KEY, text text NOT NULL);
CREATE FUNCTION bench.sentence_word(n bigint) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT split_part(text, ' ', 1) FROM bench.sentences WHERE id = 1 + n % 20000 $$;`;

/**
 * One narrow row per ticket from which ticket, messages and events follow: two years of them, the newest few percent
 * still alive. Every hundredth has twenty messages. `$1` tickets, `$2` employees, `$3` now.
 */
export const planSql = `
CREATE UNLOGGED TABLE bench.plan AS
SELECT n, bench.id(${KINDS.ticket}, n, created_at) AS id, created_at, least(created_at + life, $3) AS updated_at,
  bench.fixed_id(${KINDS.user}, ${COORDINATORS + 1} + requester) AS requester_id, bench.fixed_id(${KINDS.user}, 1 + helper) AS helper_id,
  CASE WHEN team <= ${TEAMS} THEN bench.fixed_id(${KINDS.team}, team) END AS team_id, category, status,
  status NOT IN ('new', 'open', 'withdrawn') AS assigned,
  CASE WHEN status = 'new' THEN 0 WHEN n % 100 = 0 THEN 20 ELSE chatter END AS messages
FROM (
  SELECT n::bigint, $3 - interval '2 years' * (($1 - n) / $1::float8) AS created_at, interval '1 minute' * ${pick('n', 1, 7000)} AS life,
    ${pick('n', 2, '$2')} AS requester, ${pick('n', 3, COORDINATORS)} AS helper, ${pick('n', 4, TEAMS + 2)} AS team,
    ${pick('n', 5, CATEGORIES)} AS category, ${pick('n', 6, 7)} AS chatter,
    CASE WHEN $1 - n < greatest($1 / 25, 40)
      THEN (ARRAY['new', 'new', 'open', 'open', 'in_progress', 'in_progress', 'waiting'])[${pick('n', 7, 7)}]
      ELSE (ARRAY['closed', 'closed', 'closed', 'closed', 'closed', 'closed', 'closed', 'resolved', 'resolved', 'withdrawn'])[${pick('n', 8, 10)}]
    END AS status
  FROM generate_series(1, $1::int) n) tickets`;

/** Entries of a ticket's timeline: created, assigned, messages, and the move that ended it. */
const entries = "(1 + p.assigned::int + p.messages + (p.status <> 'new')::int)";
/** Every fourth message is a note. */
const notes = '((p.messages + 1) / 4)';
const at = (entry) => `(p.created_at + (p.updated_at - p.created_at) * ((${entry})::float8 / ${entries}))`;
/** The last message that is no note, and who wrote it: helpers write the odd ones, requesters the even. */
const lastReply = 'nullif(p.messages - (p.messages % 4 = 3)::int, 0)';
const author = (k) => `CASE WHEN ${k} % 2 = 1 THEN p.helper_id ELSE p.requester_id END`;
const sentence = (alias, of, seed) => `JOIN bench.sentences ${alias} ON ${alias}.id = ${pick(of, seed, 20000)}`;
/** A word that a handful of tickets share. */
const rareWord = `'pc' || (100000 + p.n % (SELECT 1 + count(*) / 3 FROM bench.plan))`;

export const ticketsSql = `
INSERT INTO tickets (tenant_id, id, number, subject, description_html, description_text, category_id, priority, status,
  requester_id, submitted_by_id, team_id, assignee_id, tags, channel, version, last_seq, last_public_seq, last_reply_by_id,
  last_reply_at, created_at, updated_at, public_updated_at, first_responded_at, resolved_at, closed_at)
SELECT $1::uuid, p.id, p.n, left(s1.text, 60), '<p>' || s2.text || ' ' || ${rareWord} || '</p>', s2.text || ' ' || ${rareWord},
  bench.fixed_id(${KINDS.category}, p.category), (ARRAY['low', 'medium', 'medium', 'medium', 'high', 'urgent'])[${pick('p.n', 11, 6)}], p.status,
  p.requester_id, p.requester_id, p.team_id, CASE WHEN p.assigned THEN p.helper_id END,
  ARRAY['tag' || floor(power(${TAGS}, ${pick('p.n', 12, 1000)} / 1000.0))::int, 'from' || ${pick('p.n', 13, 5)}],
  'web', ${entries} - ${notes}, ${entries}, ${entries} - ${notes}, CASE WHEN ${lastReply} IS NOT NULL THEN ${author(lastReply)} END,
  ${at(`p.assigned::int + ${lastReply}`)}, p.created_at, p.updated_at, p.updated_at,
  CASE WHEN p.messages > 0 THEN ${at('1 + p.assigned::int')} END,
  CASE WHEN p.status IN ('resolved', 'closed') THEN p.updated_at END, CASE WHEN p.status = 'closed' THEN p.updated_at END
FROM bench.plan p ${sentence('s1', 'p.n', 9)} ${sentence('s2', 'p.n', 10)}`;

export const messagesSql = `
INSERT INTO messages (tenant_id, id, ticket_id, author_id, internal, body_html, body_text, created_at)
SELECT $1::uuid, bench.id(${KINDS.message}, p.n * 64 + k, ${at('p.assigned::int + k')}), p.id, ${author('k')}, k % 4 = 3,
  '<p>' || s1.text || '</p><p>' || s2.text || '</p>', s1.text || E'\\n' || s2.text, ${at('p.assigned::int + k')}
FROM bench.plan p CROSS JOIN LATERAL generate_series(1, p.messages) k
${sentence('s1', 'p.n * 64 + k', 14)} ${sentence('s2', 'p.n * 64 + k', 15)}`;

const event = (select) => `
INSERT INTO events (tenant_id, id, type, occurred_at, actor_id, subject_id, ticket_id, seq, public_seq, message_id, data)
SELECT $1::uuid, bench.id(${KINDS.event}, p.n * 64 + e.seq, ${at('e.seq - 1')}), ${select} FROM bench.plan p`;

export const eventsSql = `${event(`e.type, ${at('e.seq - 1')}, e.actor_id, p.id, p.id, e.seq, e.public_seq, e.message_id, e.data`)}
CROSS JOIN LATERAL (
  SELECT 'ticket.created', 1, 1, NULL::uuid, p.requester_id, '{}'::jsonb
  UNION ALL
  SELECT 'ticket.assigned', 2, 2, NULL, p.helper_id, jsonb_build_object('from', NULL, 'to', jsonb_build_object('id', p.helper_id, 'name', 'Helper'))
  WHERE p.assigned
  UNION ALL
  SELECT CASE WHEN k % 4 = 3 THEN 'note.added' ELSE 'message.sent' END, 1 + p.assigned::int + k,
    CASE WHEN k % 4 <> 3 THEN 1 + p.assigned::int + k - (k + 1) / 4 END,
    bench.id(${KINDS.message}, p.n * 64 + k, ${at('p.assigned::int + k')}), ${author('k')}, '{}'
  FROM generate_series(1, p.messages) k
  UNION ALL
  SELECT 'ticket.status_changed', ${entries}, ${entries} - ${notes}, NULL, p.helper_id,
    jsonb_build_object('from', CASE WHEN p.status IN ('closed', 'resolved') THEN 'in_progress' ELSE 'new' END, 'to', p.status)
  WHERE p.status <> 'new'
) e (type, seq, public_seq, message_id, actor_id, data)`;

/** Files on the first message of every fiftieth ticket; their bytes are never asked for. */
export const filesSql = `
INSERT INTO attachments (tenant_id, id, uploader_id, ticket_id, message_id, name, media_type, size, sha256, storage_key, created_at)
SELECT $1::uuid, bench.id(${KINDS.file}, p.n, p.created_at), p.helper_id, p.id, bench.id(${KINDS.message}, p.n * 64 + 1, ${at('p.assigned::int + 1')}),
  left(s.text, 30) || '.png', 'image/png', 12345, repeat('0', 64), 'bench/' || p.n, p.created_at
FROM bench.plan p ${sentence('s', 'p.n', 16)} WHERE p.n % 50 = 0 AND p.messages > 0`;

export const watchersSql = `
INSERT INTO ticket_watchers (tenant_id, ticket_id, user_id)
SELECT $1::uuid, p.id, bench.fixed_id(${KINDS.user}, ${COORDINATORS + 1} + ${pick('p.n', 17, '$2')}) FROM bench.plan p WHERE p.n % 40 = 0`;
