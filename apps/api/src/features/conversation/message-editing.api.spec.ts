import { conversationEndpoints as endpoints } from '@baton/contracts/conversation/conversation.endpoints';
import { ticketsEndpoints } from '@baton/contracts/tickets/tickets.endpoints';
import type { Person } from '../../../test/support/factories.js';
import { Live, until } from '../../../test/support/live.js';
import { startWorld, type World } from '../../../test/support/world.js';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const ticket = () => world.build.ticket(world.acme.employee, world.acme.coordinator, { status: 'in_progress' });
const edit = (person: Person, id: string, messageId: string, body: string) =>
  person.client.call(endpoints.edit, { params: { id, messageId }, body: { body } });
const redact = (person: Person, id: string, messageId: string, reason?: string) =>
  person.client.call(endpoints.redact, { params: { id, messageId }, body: reason ? { reason } : {} });
const versions = (person: Person, id: string, messageId: string) =>
  person.client.call(endpoints.versions, { params: { id, messageId } });
const timeline = async (person: Person, id: string) =>
  (await person.client.call(endpoints.timeline, { params: { id }, query: { limit: 100 } })).body.items;
const messageOf = async (person: Person, id: string, messageId: string) =>
  (await timeline(person, id)).find(({ message }) => message?.id === messageId)?.message;

describe('editing', () => {
  it('replaces the text for everybody and keeps what it said before', async () => {
    const { employee, coordinator, insider } = world.acme;
    const { id } = await ticket();
    const { id: messageId } = await world.build.message(coordinator, id, 'First');
    await edit(coordinator, id, messageId, 'Second');
    const { body } = await edit(coordinator, id, messageId, '<p>Third</p>');
    expect(body).toMatchObject({ id: messageId, body: '<p>Third</p>', text: 'Third', redactedAt: null });
    expect(body.editedAt).not.toBeNull();
    for (const person of [employee, insider]) expect((await messageOf(person, id, messageId))?.text).toBe('Third');
    const kept = (await versions(insider, id, messageId)).body.items;
    expect(kept.map((each) => [each.version, each.body, each.editedBy.id])).toEqual([
      [1, '<p>First</p>', coordinator.id],
      [2, '<p>Second</p>', coordinator.id],
    ]);
  });

  it('that changes nothing is none', async () => {
    const { coordinator } = world.acme;
    const { id } = await ticket();
    const { id: messageId } = await world.build.message(coordinator, id, 'Same');
    expect((await edit(coordinator, id, messageId, 'Same')).body.editedAt).toBeNull();
    expect((await versions(coordinator, id, messageId)).body.items).toEqual([]);
  });

  it('is an entry that leaves the numbers without a gap and moves no message', async () => {
    const { employee, coordinator } = world.acme;
    const { id } = await ticket();
    const note = await world.build.message(coordinator, id, 'A note', true);
    const reply = await world.build.message(coordinator, id, 'A reply');
    await edit(coordinator, id, note.id, 'Another note');
    await edit(coordinator, id, reply.id, 'Another reply');
    const [inside, outside] = [await timeline(coordinator, id), await timeline(employee, id)];
    for (const items of [inside, outside]) expect(items.map(({ seq }) => seq)).toEqual(items.map((_, i) => i + 1));
    expect(inside.slice(-4).map(({ kind, type }) => `${kind} ${type}`)).toEqual([
      'note note.added',
      'reply message.sent',
      'system message.edited',
      'system message.edited',
    ]);
    expect(outside.filter(({ type }) => type === 'message.edited').map(({ data }) => data)).toEqual([
      { messageId: reply.id },
    ]);
    expect(JSON.stringify(outside)).not.toContain(note.id);
  });

  it('is for the author alone, while the ticket has not ended', async () => {
    const { employee, coordinator, insider, admin, stranger } = world.acme;
    const { id } = await ticket();
    const { id: messageId, can } = await world.build.message(employee, id, 'Mine');
    expect(can).toEqual({ edit: true, redact: true });
    for (const person of [coordinator, insider, admin])
      expect((await edit(person, id, messageId, 'Theirs')).status).toBe(403);
    expect((await edit(stranger, id, messageId, 'Theirs')).status).toBe(404);
    expect((await messageOf(admin, id, messageId))?.can).toEqual({ edit: false, redact: true });
    await employee.client.call(ticketsEndpoints.withdraw, { params: { id }, body: {} });
    const late = await edit(employee, id, messageId, 'Too late');
    expect([late.status, late.error.code]).toEqual([409, 'ticket.is_final']);
    expect((await messageOf(employee, id, messageId))?.can).toEqual({ edit: false, redact: true });
  });

  it('refuses nothing as a text, another ticket’s message, and the history to employees', async () => {
    const { employee, coordinator } = world.acme;
    const [{ id }, other] = [await ticket(), await ticket()];
    const { id: messageId } = await world.build.message(employee, id, 'Mine');
    const empty = await edit(employee, id, messageId, '<p> </p>');
    expect([empty.status, empty.error.code]).toEqual([400, 'conversation.empty']);
    expect((await edit(employee, other.id, messageId, 'Elsewhere')).status).toBe(404);
    expect((await versions(coordinator, other.id, messageId)).status).toBe(404);
    expect((await versions(employee, id, messageId)).status).toBe(403);
  });

  it('keeps a retry of the send what it was: the same message', async () => {
    const { employee } = world.acme;
    const { id } = await ticket();
    const send = () => employee.client.call(endpoints.send, { params: { id }, body: { body: 'Once', clientId: 'x' } });
    const { id: messageId } = (await send()).body;
    await edit(employee, id, messageId, 'Better');
    expect((await send()).body).toMatchObject({ id: messageId, text: 'Better' });
  });

  it('of two at once loses none', async () => {
    const { coordinator } = world.acme;
    const { id } = await ticket();
    const { id: messageId } = await world.build.message(coordinator, id, 'Text 0');
    const texts = Array.from({ length: 12 }, (_, n) => `Text ${n + 1}`);
    await Promise.all(texts.map((text) => edit(coordinator, id, messageId, text)));
    const kept = (await versions(coordinator, id, messageId)).body.items;
    expect(kept.map(({ version }) => version)).toEqual(texts.map((_, n) => n + 1));
    const present = (await messageOf(coordinator, id, messageId))?.body;
    expect(new Set([...kept.map(({ body }) => body), present]).size).toBe(13);
  });
});

describe('whoever has the ticket open', () => {
  it('sees the change at once, in the right numbers, and no more than is theirs', async () => {
    const { employee, coordinator } = world.acme;
    const { id } = await ticket();
    const note = await world.build.message(coordinator, id, 'A note', true);
    const reply = await world.build.message(coordinator, id, 'A reply');
    const [inside, outside] = [
      await Live.connect(world.url, coordinator.token),
      await Live.connect(world.url, employee.token),
    ];
    await Promise.all([inside.join(id), outside.join(id)]);
    await edit(coordinator, id, note.id, 'Another note');
    await edit(coordinator, id, reply.id, 'Another reply');
    await redact(coordinator, id, reply.id);
    await until(() => outside.of('message.changed').length === 2 && inside.of('message.changed').length === 3);
    const heard = (live: Live) =>
      live.of('message.changed').map(({ message }) => [message.id, message.text, message.seq]);
    expect(heard(inside)).toEqual([
      [note.id, 'Another note', note.seq],
      [reply.id, 'Another reply', reply.seq],
      [reply.id, '', reply.seq],
    ]);
    expect(heard(outside)).toEqual([
      [reply.id, 'Another reply', reply.seq - 1],
      [reply.id, '', reply.seq - 1],
    ]);
    expect(JSON.stringify(outside.heard)).not.toContain(note.id);
    inside.close();
    outside.close();
  });
});
