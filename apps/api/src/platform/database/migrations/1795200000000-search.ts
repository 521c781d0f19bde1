import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from '../row-level-security.js';

/** All three are trusted: the owner of a database may create them. */
const EXTENSIONS = `
CREATE EXTENSION IF NOT EXISTS unaccent WITH SCHEMA public;
CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;
CREATE EXTENSION IF NOT EXISTS btree_gin WITH SCHEMA public;
`;

/**
 * Words as they are, in small letters without accents. Punctuation becomes blanks first: the parser would take
 * `inv_1042`, `a.b@c.test` and `ACME-1042` for words of their own, in which nobody finds 1042.
 */
const WORDS = `
CREATE TEXT SEARCH CONFIGURATION baton_words (COPY = simple);
ALTER TEXT SEARCH CONFIGURATION baton_words ALTER MAPPING FOR word, numword WITH unaccent, simple;

CREATE FUNCTION search_plain(written text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT regexp_replace(written, '[!-/:-@[-\`{-~]+', ' ', 'g') $$;

-- Cut, because a vector of more than a megabyte would fail the writer.
CREATE FUNCTION search_vector(written text) RETURNS tsvector LANGUAGE sql STABLE AS $$
  SELECT to_tsvector('public.baton_words', public.search_plain(left(written, 100000))) $$;

CREATE FUNCTION search_tsquery(kind text, written text) RETURNS tsquery LANGUAGE sql STABLE AS $$
  SELECT CASE kind WHEN 'prefix' THEN to_tsquery('public.baton_words', '''' || public.search_plain(written) || ''':*')
    ELSE phraseto_tsquery('public.baton_words', public.search_plain(written)) END $$;
`;

/** No foreign keys: the rows are written by triggers on what they follow from, and by nothing else. */
const TABLES = `
CREATE TABLE search_documents (
  tenant_id uuid NOT NULL,
  ticket_id uuid NOT NULL,
  source_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('subject', 'description', 'message', 'attachment')),
  internal boolean NOT NULL,
  search tsvector NOT NULL,
  PRIMARY KEY (tenant_id, ticket_id, source_id, kind)
);
-- What waits to be sorted in is read by every search: little may wait.
CREATE INDEX search_documents_by_word ON search_documents USING gin (tenant_id, search) WITH (gin_pending_list_limit = 256);

CREATE TABLE search_words (
  tenant_id uuid NOT NULL,
  word text NOT NULL,
  PRIMARY KEY (tenant_id, word)
);
CREATE INDEX search_words_by_likeness ON search_words
  USING gin (tenant_id, word gin_trgm_ops) WITH (gin_pending_list_limit = 256);
`;

/**
 * The same rows with the tenant's condition inside. Row-level security would keep \`@@\` and \`%\` from the index, as
 * they are not leakproof; a plain view of the owner does not.
 */
const VIEWS = `
CREATE VIEW search_index AS SELECT tenant_id, ticket_id, source_id, kind, internal, search FROM search_documents
  WHERE tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid;
CREATE VIEW search_vocabulary AS SELECT tenant_id, word FROM search_words
  WHERE tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid;
`;

const definer = (name: string, body: string): string => `
CREATE FUNCTION ${name}() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public SET client_min_messages = warning AS $$ BEGIN ${body} RETURN NULL; END $$;`;

/** What a row says is replaced whole: it may have moved to another ticket, too. */
const TRIGGERS = [
  definer(
    'index_ticket',
    `IF TG_OP <> 'INSERT' THEN
      DELETE FROM search_documents WHERE tenant_id = OLD.tenant_id AND ticket_id = OLD.id AND source_id = OLD.id;
    END IF;
    IF TG_OP <> 'DELETE' THEN
      INSERT INTO search_documents VALUES
        (NEW.tenant_id, NEW.id, NEW.id, 'subject', false, search_vector(NEW.subject)),
        (NEW.tenant_id, NEW.id, NEW.id, 'description', false, search_vector(NEW.description_text));
    END IF;`,
  ),
  definer(
    'index_message',
    `IF TG_OP <> 'INSERT' THEN
      DELETE FROM search_documents WHERE tenant_id = OLD.tenant_id AND ticket_id = OLD.ticket_id AND source_id = OLD.id;
    END IF;
    IF TG_OP <> 'DELETE' THEN
      INSERT INTO search_documents
      VALUES (NEW.tenant_id, NEW.ticket_id, NEW.id, 'message', NEW.internal, search_vector(NEW.body_text));
    END IF;`,
  ),
  definer(
    'index_attachment',
    `IF TG_OP <> 'INSERT' THEN
      DELETE FROM search_documents WHERE tenant_id = OLD.tenant_id AND ticket_id = OLD.ticket_id AND source_id = OLD.id;
    END IF;
    IF TG_OP <> 'DELETE' AND NEW.ticket_id IS NOT NULL THEN
      INSERT INTO search_documents VALUES (NEW.tenant_id, NEW.ticket_id, NEW.id, 'attachment',
        coalesce((SELECT internal FROM messages WHERE tenant_id = NEW.tenant_id AND id = NEW.message_id), false),
        search_vector(NEW.name));
    END IF;`,
  ),
  // A secret that was struck out is not suggested either; words in use elsewhere come back with their next use.
  definer(
    'forget_words',
    `DELETE FROM search_words WHERE tenant_id = OLD.tenant_id AND word = ANY(tsvector_to_array(search_vector(OLD.body_text)));`,
  ),
  `CREATE TRIGGER index_new_ticket AFTER INSERT OR DELETE ON tickets FOR EACH ROW EXECUTE FUNCTION index_ticket();`,
  `CREATE TRIGGER index_changed_ticket AFTER UPDATE ON tickets FOR EACH ROW
    WHEN (OLD.subject <> NEW.subject OR OLD.description_text <> NEW.description_text) EXECUTE FUNCTION index_ticket();`,
  `CREATE TRIGGER index_message AFTER INSERT OR DELETE OR UPDATE OF ticket_id, internal, body_text ON messages
    FOR EACH ROW EXECUTE FUNCTION index_message();`,
  `CREATE TRIGGER index_attachment AFTER INSERT OR DELETE OR UPDATE OF ticket_id, message_id, name ON attachments
    FOR EACH ROW EXECUTE FUNCTION index_attachment();`,
  `CREATE TRIGGER forget_words AFTER UPDATE OF body_text ON messages FOR EACH ROW
    WHEN (OLD.body_text <> '' AND NEW.body_text = '') EXECUTE FUNCTION forget_words();`,
].join('\n');

/** Indexes what is there already: for this migration, and after a bulk load that went past the triggers. */
const FILL = `
CREATE FUNCTION fill_search_index() RETURNS void LANGUAGE sql
SET search_path = pg_catalog, public SET client_min_messages = warning AS $$
  INSERT INTO search_documents
    SELECT tenant_id, id, id, 'subject', false, search_vector(subject) FROM tickets
    UNION ALL SELECT tenant_id, id, id, 'description', false, search_vector(description_text) FROM tickets
    UNION ALL SELECT tenant_id, ticket_id, id, 'message', internal, search_vector(body_text) FROM messages
    UNION ALL SELECT a.tenant_id, a.ticket_id, a.id, 'attachment', coalesce(m.internal, false), search_vector(a.name)
      FROM attachments a LEFT JOIN messages m ON m.tenant_id = a.tenant_id AND m.id = a.message_id
      WHERE a.ticket_id IS NOT NULL
  ON CONFLICT DO NOTHING;
  INSERT INTO search_words
    SELECT t.id, s.word FROM tenants t
    CROSS JOIN LATERAL ts_stat(format('SELECT search FROM search_documents WHERE tenant_id = %L', t.id)) s
    WHERE s.word ~ '^[^0-9]{3,40}$'
  ON CONFLICT DO NOTHING $$;
REVOKE ALL ON FUNCTION fill_search_index() FROM PUBLIC;
SELECT fill_search_index();
`;

export class Search1795200000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statements of [EXTENSIONS, WORDS, TABLES]) await runner.query(statements);
    for (const table of ['search_documents', 'search_words']) await runner.query(protectTenantTable(table));
    for (const statements of [VIEWS, TRIGGERS, FILL]) await runner.query(statements);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION index_ticket, index_message, index_attachment, forget_words CASCADE');
    await runner.query('DROP FUNCTION fill_search_index');
    await runner.query('DROP VIEW search_index, search_vocabulary');
    await runner.query('DROP TABLE search_documents, search_words');
    await runner.query('DROP FUNCTION search_vector, search_tsquery, search_plain');
    await runner.query('DROP TEXT SEARCH CONFIGURATION baton_words');
  }
}
