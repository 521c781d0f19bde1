import { conversationEndpoints as endpoints } from '@baton/contracts/conversation/conversation.endpoints';
import { ticketsEndpoints } from '@baton/contracts/tickets/tickets.endpoints';
import type { Person } from '../../../test/support/factories.js';
import { png } from '../../../test/support/files.js';
import { startWorld, type World } from '../../../test/support/world.js';
import { StoragePort } from '../../platform/storage/storage-port.js';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

/** One word, so that a search index would hold it whole. */
const SECRET = 'zanzibarwort';

const ticket = () => world.build.ticket(world.acme.employee, world.acme.coordinator, { status: 'in_progress' });
const edit = (person: Person, id: string, messageId: string, body: string) =>
  person.client.call(endpoints.edit, { params: { id, messageId }, body: { body } });
const redact = (person: Person, id: string, messageId: string, reason?: string) =>
  person.client.call(endpoints.redact, { params: { id, messageId }, body: reason ? { reason } : {} });
const versions = (person: Person, id: string, messageId: string) =>
  person.client.call(endpoints.versions, { params: { id, messageId } });
const timeline = async (person: Person, id: string) =>
  (await person.client.call(endpoints.timeline, { params: { id }, query: { limit: 100 } })).body.items;

/** A message with a picture. */
async function withFile(person: Person, id: string, body: string, internal = false) {
  const form = new FormData();
  form.append('files', new Blob([new Uint8Array(await png(40, 30))]), 'shot.png');
  form.append('body', body);
  form.append('internal', String(internal));
  return (await person.client.call(endpoints.send, { params: { id }, form })).body;
}

/** Every table of the product in which a word still stands. */
async function tablesNaming(word: string): Promise<string[]> {
  const tables = await world.sql<{ name: string }>(
    `SELECT DISTINCT table_name AS name FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'tenant_id'`,
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const rows = await world.sql(`SELECT FROM ${name} r WHERE r::text ILIKE $1 LIMIT 1`, [`%${word}%`]);
    if (rows.length > 0) found.push(name);
  }
  return found;
}

describe('redacting', () => {
  it('leaves no byte: text, history, files, mails', async () => {
    const { employee, coordinator, admin, stranger } = world.acme;
    const { id } = await ticket();
    await coordinator.client.call(ticketsEndpoints.watch, { params: { id }, body: { userId: stranger.id } });
    const { id: messageId, attachments } = await withFile(coordinator, id, `The password is ${SECRET}`);
    await edit(coordinator, id, messageId, `It is ${SECRET} indeed`);
    await world.jobsDone();
    expect(await tablesNaming(SECRET)).toEqual(expect.arrayContaining(['messages', 'message_versions', 'mails']));
    const [file] = attachments;
    const [stored] = await world.sql<{ storage_key: string }>('SELECT storage_key FROM attachments WHERE id = $1', [
      file?.id,
    ]);
    const { status, body } = await redact(coordinator, id, messageId, 'A password');
    expect([status, body.body, body.text, body.attachments]).toEqual([200, '', '', []]);
    expect(body).toMatchObject({ can: { edit: false, redact: false } });
    const download = `/api/attachments/${file?.id}/download`;
    for (const { client } of [employee, coordinator, admin])
      expect((await client.raw('GET', download)).status).toBe(404);
    await expect(world.app.get(StoragePort).get(stored?.storage_key as string)).rejects.toThrow();
    expect(await tablesNaming(SECRET)).toEqual([]);
    expect((await versions(coordinator, id, messageId)).body.items).toEqual([]);
    const entry = (await timeline(employee, id)).at(-1);
    expect([entry?.type, entry?.data]).toEqual(['message.redacted', { messageId, reason: 'A password' }]);
  });

  it('is for the author and admins, also when the ticket has ended, and only once', async () => {
    const { employee, coordinator, insider, admin } = world.acme;
    const { id } = await ticket();
    const { id: messageId } = await world.build.message(employee, id, SECRET);
    for (const person of [coordinator, insider]) expect((await redact(person, id, messageId)).status).toBe(403);
    await employee.client.call(ticketsEndpoints.withdraw, { params: { id }, body: {} });
    expect((await redact(admin, id, messageId)).status).toBe(200);
    for (const again of [await redact(admin, id, messageId), await edit(employee, id, messageId, 'Back')])
      expect([again.status, again.error.code]).toEqual([409, 'message.is_redacted']);
  });

  it('of a note tells employees nothing', async () => {
    const { employee, coordinator } = world.acme;
    const { id } = await ticket();
    const note = await world.build.message(coordinator, id, SECRET, true);
    const before = await timeline(employee, id);
    expect((await redact(employee, id, note.id)).status).toBe(404);
    await redact(coordinator, id, note.id, 'Not for here');
    expect(await timeline(employee, id)).toEqual(before);
  });

  it('leaves nothing to a retry of the send either', async () => {
    const { coordinator } = world.acme;
    const { id } = await ticket();
    const input = { params: { id }, body: { body: SECRET }, headers: { 'idempotency-key': 'said-once' } };
    const { body } = await coordinator.client.call(endpoints.send, input);
    await redact(coordinator, id, body.id);
    const again = await coordinator.client.call(endpoints.send, input);
    expect([again.status, again.body]).toEqual([201, { ...body, body: '', text: '', attachments: [] }]);
    expect(await world.sql('SELECT FROM idempotency_keys k WHERE k::text LIKE $1', [`%${SECRET}%`])).toEqual([]);
  });

  it('while its mail is being written leaves no mail', async () => {
    const { employee, coordinator } = world.acme;
    const speakAndRedact = async () => {
      const { id } = await ticket();
      const { id: messageId } = await world.build.message(coordinator, id, SECRET);
      await redact(coordinator, id, messageId);
    };
    await Promise.all(Array.from({ length: 12 }, speakAndRedact));
    await world.jobsDone();
    const query = 'SELECT FROM mails WHERE recipient = $1 AND text LIKE $2';
    expect(await world.sql(query, [employee.email, `%${SECRET}%`])).toEqual([]);
  });

  it('spares a file that something else shows as well', async () => {
    const { coordinator } = world.acme;
    const { id } = await ticket();
    const { id: messageId, attachments } = await withFile(coordinator, id, 'See here');
    const copy = await world.sql<{ id: string }>(
      `INSERT INTO attachments (tenant_id, id, uploader_id, ticket_id, name, media_type, size, sha256, storage_key, created_at)
       SELECT tenant_id, gen_random_uuid(), uploader_id, ticket_id, name, media_type, size, sha256, storage_key, created_at
       FROM attachments WHERE id = $1 RETURNING id`,
      [attachments[0]?.id],
    );
    await redact(coordinator, id, messageId);
    const { status } = await coordinator.client.raw('GET', `/api/attachments/${copy[0]?.id}/download`);
    expect(status).toBe(200);
  });
});
