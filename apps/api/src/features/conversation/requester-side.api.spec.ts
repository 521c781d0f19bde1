import { conversationEndpoints } from '@baton/contracts/conversation/conversation.endpoints';
import { ticketsEndpoints } from '@baton/contracts/tickets/tickets.endpoints';
import type { Person } from '../../../test/support/factories.js';
import { startWorld, type World } from '../../../test/support/world.js';
import { Clock } from '../../platform/clock/clock.js';

describe('whose reply it is', () => {
  let world: World;

  beforeAll(async () => {
    world = await startWorld();
  }, 30_000);
  afterAll(() => world.stop());

  const statusOf = async (person: Person, id: string) =>
    (await person.client.call(ticketsEndpoints.get, { params: { id } })).body.status;

  it('is an answer when the coordinator who handed the ticket in for somebody writes it', async () => {
    const { employee, coordinator } = world.acme;
    const { id } = await world.build.ticket(coordinator, coordinator, { onBehalfOfId: employee.id, status: 'waiting' });
    await world.build.message(coordinator, id, 'Have you tried the other socket?');
    expect(await statusOf(coordinator, id)).toBe('waiting');
    await world.build.message(employee, id, 'That worked');
    expect(await statusOf(coordinator, id)).toBe('in_progress');
    await world.jobsDone();
    const mails = await world.sql(
      `SELECT recipient FROM mails m JOIN events e ON e.id = m.event_id WHERE e.ticket_id = $1 AND template = 'ticket.replied' ORDER BY m.id`,
      [id],
    );
    expect(mails).toEqual([{ recipient: employee.email }, { recipient: coordinator.email }]);
  });

  it('opens a follow-up when the reopen window is over, though the timer has not come round yet', async () => {
    const { employee, coordinator } = world.acme;
    const { id } = await world.build.ticket(employee, coordinator, { status: 'resolved' });
    await world.app.get(Clock).advance(8 * 86_400);
    const { client } = await world.build.signedIn(employee);
    const answer = await client.call(conversationEndpoints.send, { params: { id }, body: { body: 'It is back' } });
    expect(answer.status).toBe(201);
    expect(answer.body.followUp).not.toBeNull();
    const [old] = await world.sql<{ status: string }>('SELECT status FROM tickets WHERE id = $1', [id]);
    expect(old?.status).toBe('closed');
  });
});
