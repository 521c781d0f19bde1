import { searchEndpoints } from '@baton/contracts/search/search.endpoints';
import { parseSearch, type SearchTerm } from '@baton/domain/search/search-query';
import { wordsOf } from '@baton/domain/search/words';
import type { Person } from '../../../test/support/factories.js';
import { randomly } from '../../../test/support/random-history.js';
import { startWorld, type World } from '../../../test/support/world.js';
import { newId } from '../../platform/database/new-id.js';

/** More than one sample of them, so that every plan has its turn. */
const TICKETS = 500;
const QUERIES = 20;
const random = randomly(1042);

/** From words in every other text to words in hardly any. */
const WORDS = Array.from(
  { length: 120 },
  (_, rank) => `w${String.fromCharCode(97 + (rank % 26))}${'xyz'[rank % 3]}${rank}q`,
);
const word = () => WORDS[Math.floor(WORDS.length ** (random.below(10_000) / 10_000)) - 1] as string;
const text = (length: number) => Array.from({ length }, word).join(' ');

interface Document {
  internal: boolean;
  words: string[];
}

interface Ticket {
  id: string;
  teamId: string | null;
  related: Set<string>;
  documents: Document[];
}

let world: World;
let tickets: Ticket[];
beforeAll(async () => {
  world = await startWorld();
  tickets = await Promise.all(Array.from({ length: TICKETS }, (_, n) => ticket(n)));
}, 60_000);
afterAll(() => world.stop());

async function ticket(n: number): Promise<Ticket> {
  const { tenant, employee, stranger, coordinator, teamId, restrictedTeamId } = world.acme;
  const id = newId();
  const requester = random.oneOf([employee, employee, stranger, coordinator]);
  const team = random.oneOf([null, teamId, teamId, restrictedTeamId]);
  const subject = text(4);
  const description = text(10);
  const messages = Array.from({ length: random.below(5) }, () => ({ internal: random.below(3) === 0, body: text(8) }));
  const watcher = random.below(10) === 0 ? stranger : null;
  const touched = new Date(Date.UTC(2026, 0, 1) + random.below(1_000_000) * 1000);
  await world.sql(
    `INSERT INTO tickets (tenant_id, id, number, subject, description_html, description_text, priority, status, requester_id,
       submitted_by_id, team_id, channel, created_at, updated_at, public_updated_at)
     VALUES ($1, $2, $3, $4, '', $5, 'low', 'open', $6, $6, $7, 'web', $8, $8, $8)`,
    [tenant.id, id, n + 1, subject, description, requester.id, team, touched],
  );
  for (const { internal, body } of messages)
    await world.sql(
      `INSERT INTO messages (tenant_id, id, ticket_id, author_id, internal, body_html, body_text, created_at)
       VALUES ($1, $2, $3, $4, $5, '', $6, now())`,
      [tenant.id, newId(), id, coordinator.id, internal, body],
    );
  if (watcher)
    await world.sql('INSERT INTO ticket_watchers (tenant_id, ticket_id, user_id) VALUES ($1, $2, $3)', [
      tenant.id,
      id,
      watcher.id,
    ]);
  const documents = [subject, description].map((written) => ({ internal: false, words: split(written) }));
  return {
    id,
    teamId: team,
    related: new Set([requester.id, ...(watcher ? [watcher.id] : [])]),
    documents: [...documents, ...messages.map(({ internal, body }) => ({ internal, words: split(body) }))],
  };
}

const split = (written: string) => wordsOf(written).map(({ word }) => word);

/** Another way to say the same: everything is read, ticket by ticket. */
function bruteForce(person: Person, query: string): string[] {
  const { restrictedTeamId, insider } = world.acme;
  const { terms } = parseSearch(query);
  const worksOn = ({ teamId }: Ticket) =>
    person.role === 'admin' ||
    (person.role === 'coordinator' && (teamId !== restrictedTeamId || person.id === insider.id));
  return tickets
    .filter((ticket) => ticket.related.has(person.id) || worksOn(ticket))
    .filter((ticket) => {
      const read = ticket.documents.filter(({ internal }) => !internal || worksOn(ticket));
      return terms.every((term) => read.some((document) => says(document, term, query)) !== term.negated);
    })
    .map(({ id }) => id)
    .sort();
}

function says({ words }: Document, { kind, text: wanted, negated }: SearchTerm, query: string): boolean {
  const sought = split(wanted);
  const isOpen = kind === 'prefix' || (kind === 'word' && !negated && query.endsWith(wanted));
  return words.some((_word, at) =>
    sought.every((one, offset) => (isOpen ? words[at + offset]?.startsWith(one) : words[at + offset] === one)),
  );
}

function query(): string {
  const phrase = () => `"${random.oneOf(random.oneOf(tickets).documents).words.slice(1, 3).join(' ')}"`;
  const term = () => random.oneOf([word, word, word, phrase, () => `${word().slice(0, 3)}*`])();
  const wanted = Array.from({ length: 1 + random.below(3) }, term);
  return [...(random.below(4) === 0 ? [`-${word()}`] : []), ...wanted].join(' ') + random.oneOf(['', ' ']);
}

async function everything(person: Person, q: string): Promise<string[]> {
  const met: string[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const paging = cursor ? { cursor } : {};
    const { body } = await person.client.call(searchEndpoints.search, { query: { q, limit: 100, ...paging } });
    if (body.correctedTo) return [];
    met.push(...body.items.map(({ ticket: { id } }) => id));
    if (body.total !== null && body.nextCursor === null) expect(body.total).toBe(met.length);
    cursor = body.nextCursor;
  }
  expect(new Set(met).size).toBe(met.length);
  return met.sort();
}

it.each(['before', 'after'])(
  'finds exactly what reading everything finds, for every reader, %s an analysis',
  async (when) => {
    if (when === 'after') await world.sql('ANALYZE');
    const { admin, coordinator, insider, employee, stranger } = world.acme;
    let hits = 0;
    for (let n = 0; n < QUERIES; n++) {
      const q = query();
      for (const person of [admin, coordinator, insider, employee, stranger]) {
        const expected = bruteForce(person, q);
        hits += expected.length;
        expect({ q, name: person.name, found: await everything(person, q) }).toEqual({
          q,
          name: person.name,
          found: expected,
        });
      }
    }
    expect(hits).toBeGreaterThan(QUERIES);
  },
  120_000,
);
