import { ticketsEndpoints } from '@baton/contracts/tickets/tickets.endpoints';
import type { TicketResponse } from '@baton/contracts/tickets/tickets.response';
import type { Person } from '../../../test/support/factories.js';
import { startWorld, type World } from '../../../test/support/world.js';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const create = async ({ client }: Person, body: object): Promise<TicketResponse> => {
  const answer = await client.call(ticketsEndpoints.create, { body: body as never });
  expect(answer.status).toBe(201);
  return answer.body as TicketResponse;
};
const read = async ({ client }: Person, id: string) =>
  (await client.call(ticketsEndpoints.get, { params: { id } })).body;

describe('what a writer is answered is what a reader gets', () => {
  it('after asking for help, also on behalf of somebody and into a restricted team', async () => {
    const { employee, coordinator, insider, restrictedTeamId } = world.acme;
    const own = await create(employee, { subject: 'My screen', description: '<p>It is <b>black</b>.</p>' });
    expect(own).toEqual(await read(employee, own.id));
    const theirs = { subject: 'Theirs', description: 'By phone', onBehalfOfId: employee.id, tags: ['phone'] };
    for (const author of [coordinator, insider]) {
      const ticket = await create(author, { ...theirs, priority: 'high' });
      expect(ticket).toEqual(await read(author, ticket.id));
    }
    const categoryId = await world.build.category(world.acme.tenant, { teamId: restrictedTeamId });
    const hidden = await create(coordinator, { ...theirs, categoryId });
    expect(hidden).toEqual(await read(coordinator, hidden.id));
  });

  it('after an edit', async () => {
    const { employee, coordinator } = world.acme;
    const { id } = await world.build.ticket(employee, coordinator, { status: 'in_progress' });
    const body = { subject: 'Said better', tags: ['a', 'b'], priority: 'low' as const };
    const answer = await coordinator.client.call(ticketsEndpoints.update, { params: { id }, body });
    expect(answer.body).toEqual(await read(coordinator, id));
  });
});
