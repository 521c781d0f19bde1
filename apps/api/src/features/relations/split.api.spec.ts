import { conversationEndpoints } from '@baton/contracts/conversation/conversation.endpoints';
import { relationsEndpoints } from '@baton/contracts/relations/relations.endpoints';
import { ticketsEndpoints } from '@baton/contracts/tickets/tickets.endpoints';
import type { Person } from '../../../test/support/factories.js';
import { png } from '../../../test/support/files.js';
import { startWorld, type World } from '../../../test/support/world.js';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const split = (id: string, messageId: string, by: Person = world.acme.coordinator) =>
  by.client.call(relationsEndpoints.split, { params: { id }, body: { messageId, subject: 'The other thing' } });
const unsplit = (id: string, by: Person = world.acme.coordinator) =>
  by.client.call(relationsEndpoints.unsplit, { params: { id } });
const types = async (id: string, by: Person = world.acme.coordinator) =>
  (await by.client.call(conversationEndpoints.timeline, { params: { id } })).body.items.map(({ type }) => type);

/** A ticket with a reply of its requester that has a file. */
async function withReply() {
  const { employee, coordinator } = world.acme;
  const ticket = await world.build.ticket(employee, coordinator);
  const form = new FormData();
  form.append('body', '<p>And the <strong>screen</strong> flickers</p>');
  form.append('files', new Blob([new Uint8Array(await png(40, 30))]), 'screen.png');
  const { body: reply } = await employee.client.call(conversationEndpoints.send, { params: { id: ticket.id }, form });
  return { ticket, reply };
}

describe('a split', () => {
  it('makes a message a ticket of whoever wrote it, with its files, and leaves it where it was', async () => {
    const { employee, coordinator } = world.acme;
    const { ticket, reply } = await withReply();
    const { status, body } = await split(ticket.id, reply.id);
    expect(status).toBe(201);
    expect(body).toMatchObject({
      subject: 'The other thing',
      description: '<p>And the <strong>screen</strong> flickers</p>',
      requesterId: employee.id,
      submittedBy: { id: coordinator.id },
      status: 'new',
      splitFrom: { id: ticket.id },
      related: [{ id: ticket.id }],
      attachments: [{ name: 'screen.png' }],
    });
    expect(body.attachments[0]?.id).not.toBe(reply.attachments[0]?.id);
    for (const url of [body.attachments[0]?.downloadUrl, reply.attachments[0]?.downloadUrl])
      expect((await employee.client.raw('GET', url as string)).status).toBe(200);
    expect(await types(ticket.id)).toEqual(['ticket.created', 'message.sent', 'ticket.split']);
    expect(await types(ticket.id, employee)).toEqual(['ticket.created', 'message.sent']);
    expect(await types(body.id, employee)).toEqual(['ticket.created']);
  });

  it('of what the desk wrote is of the requester of the ticket it was written to', async () => {
    const { employee, stranger, coordinator } = world.acme;
    const a = await world.build.ticket(employee, coordinator);
    const b = await world.build.ticket(stranger, coordinator);
    const reply = await world.build.message(coordinator, a.id, 'Two things then');
    await coordinator.client.call(relationsEndpoints.merge, { params: { id: a.id }, body: { intoId: b.id } });
    expect((await split(b.id, reply.id)).body.requesterId).toBe(employee.id);
    expect((await split(a.id, reply.id)).status).toBe(404);
  });

  it('is told without a number to those who may not see the new ticket', async () => {
    const { coordinator, insider, restrictedTeamId: teamId } = world.acme;
    const { ticket, reply } = await withReply();
    const { body } = await split(ticket.id, reply.id, insider);
    await insider.client.call(ticketsEndpoints.assign, { params: { id: body.id }, body: { assigneeId: null, teamId } });
    await unsplit(body.id, insider);
    const told = async (by: Person) =>
      (await by.client.call(conversationEndpoints.timeline, { params: { id: ticket.id } })).body.items
        .slice(-2)
        .map(({ type, data }) => [type, data.to]);
    const to = { id: body.id, number: body.number };
    expect(await told(insider)).toEqual([
      ['ticket.split', to],
      ['ticket.unsplit', to],
    ]);
    expect(await told(coordinator)).toEqual([
      ['ticket.split', null],
      ['ticket.unsplit', null],
    ]);
  });

  it('takes no notes, and nothing from elsewhere', async () => {
    const { coordinator, employee, globexReply } = { ...world.acme, globexReply: await foreignReply() };
    const { ticket } = await withReply();
    const note = await world.build.message(coordinator, ticket.id, 'Between us', true);
    expect((await split(ticket.id, note.id)).status).toBe(400);
    expect((await split(ticket.id, globexReply)).status).toBe(404);
    expect((await split(ticket.id, note.id, employee)).status).toBe(403);
  });
});

async function foreignReply(): Promise<string> {
  const { employee, coordinator } = world.globex;
  return (await world.build.message(employee, (await world.build.ticket(employee, coordinator)).id, 'Elsewhere')).id;
}

describe('taking a split back', () => {
  it('withdraws the new ticket and unlinks it', async () => {
    const { ticket, reply } = await withReply();
    const { body } = await split(ticket.id, reply.id);
    const answer = await unsplit(body.id);
    expect(answer.body).toMatchObject({ status: 'withdrawn', splitFrom: null, related: [] });
    expect((await types(ticket.id)).at(-1)).toBe('ticket.unsplit');
    const old = await world.acme.coordinator.client.call(ticketsEndpoints.get, { params: { id: ticket.id } });
    expect(old.body.related).toEqual([]);
    expect((await unsplit(body.id)).error.code).toBe('ticket.not_split');
    expect((await unsplit(ticket.id)).error.code).toBe('ticket.not_split');
  });

  it('is refused once somebody else has touched it, and says who', async () => {
    const { employee, coordinator } = world.acme;
    const { ticket, reply } = await withReply();
    const { body } = await split(ticket.id, reply.id);
    await world.build.message(coordinator, body.id, 'I look into it');
    await world.build.message(employee, body.id, 'Thanks');
    const { status, error } = await unsplit(body.id);
    expect([status, error.code, error.details]).toEqual([
      409,
      'ticket.split_touched',
      { by: [{ id: employee.id, name: employee.name }] },
    ]);
  });

  it('is refused while another ticket is merged into it, and after its end', async () => {
    const { coordinator, employee } = world.acme;
    const { ticket, reply } = await withReply();
    const { body } = await split(ticket.id, reply.id);
    const other = await world.build.ticket(employee, coordinator);
    await coordinator.client.call(relationsEndpoints.merge, { params: { id: other.id }, body: { intoId: body.id } });
    expect((await unsplit(body.id)).error.details).toEqual({ merged: [other.id] });
    await coordinator.client.call(relationsEndpoints.unmerge, { params: { id: other.id } });
    await coordinator.client.call(ticketsEndpoints.claim, { params: { id: body.id } });
    for (const status of ['resolved', 'closed'] as const)
      await coordinator.client.call(ticketsEndpoints.changeStatus, { params: { id: body.id }, body: { status } });
    expect((await unsplit(body.id)).error.details).toEqual({ status: 'closed' });
  });
});
