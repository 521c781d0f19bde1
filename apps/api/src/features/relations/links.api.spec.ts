import { conversationEndpoints } from '@baton/contracts/conversation/conversation.endpoints';
import type { LinkKind } from '@baton/contracts/relations/relations.dto';
import { relationsEndpoints } from '@baton/contracts/relations/relations.endpoints';
import { ticketsEndpoints } from '@baton/contracts/tickets/tickets.endpoints';
import type { Person } from '../../../test/support/factories.js';
import { startWorld, type World } from '../../../test/support/world.js';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const tickets = async (count: number) => {
  const ids: string[] = [];
  for (let index = 0; index < count; index++)
    ids.push((await world.build.ticket(world.acme.employee, world.acme.coordinator)).id);
  return ids as [string, string, string, string, string, string, string];
};
const link = (id: string, ticketId: string, kind: LinkKind, by: Person = world.acme.coordinator) =>
  by.client.call(relationsEndpoints.link, { params: { id }, body: { ticketId, kind } });
const unlink = (id: string, otherId: string, by: Person = world.acme.coordinator) =>
  by.client.call(relationsEndpoints.unlink, { params: { id, otherId } });
const get = async (id: string, by: Person = world.acme.coordinator) =>
  (await by.client.call(ticketsEndpoints.get, { params: { id } })).body;
const ids = (links: { id: string }[]) => links.map(({ id }) => id);

describe('a link', () => {
  it('shows on both tickets, each from its side, to those who work on them', async () => {
    const [a, b, c] = await tickets(3);
    expect(ids((await link(a, b, 'related')).body.related)).toEqual([b]);
    expect((await link(a, c, 'parent')).body.parent?.id).toBe(c);
    expect(ids((await get(b)).related)).toEqual([a]);
    expect(ids((await get(c)).children)).toEqual([a]);
    expect(await get(a, world.acme.employee)).toMatchObject({ related: [], parent: null });
    const entries = async (id: string, by: Person) =>
      (await by.client.call(conversationEndpoints.timeline, { params: { id } })).body.items.map(({ type, data }) => [
        type,
        data.kind,
      ]);
    expect((await entries(c, world.acme.coordinator)).at(-1)).toEqual(['ticket.linked', 'child']);
    expect((await entries(c, world.acme.employee)).at(-1)).toEqual(['ticket.created', undefined]);
    expect((await unlink(c, a)).body.children).toEqual([]);
    expect((await get(a)).parent).toBeNull();
    expect((await unlink(c, a)).status).toBe(404);
  });

  it('is one per pair, with one parent, without circles and not too deep', async () => {
    const [a, b, c, d, e, f] = await tickets(6);
    await link(a, b, 'related');
    const codes = async (...answers: ReturnType<typeof link>[]) =>
      (await Promise.all(answers)).map(({ status, error }) => (status === 200 ? 'fine' : error.code));
    expect(await codes(link(b, a, 'related'))).toEqual(['ticket.already_linked']);
    expect(await codes(link(b, a, 'parent'))).toEqual(['ticket.already_linked']);
    expect(await codes(link(a, a, 'related'))).toEqual(['ticket.same_ticket']);
    expect(await codes(link(a, a.toUpperCase(), 'related'))).toEqual(['ticket.same_ticket']);
    await unlink(a, b);
    for (const [child, parent] of [
      [b, a],
      [c, b],
      [d, c],
      [e, d],
    ] as const)
      expect(await codes(link(child, parent, 'parent'))).toEqual(['fine']);
    expect(await codes(link(f, e, 'parent'))).toEqual(['ticket.link_too_deep']);
    expect(await codes(link(a, f, 'parent'))).toEqual(['ticket.link_too_deep']);
    expect(await codes(link(a, e, 'parent'))).toEqual(['ticket.link_cycle']);
    expect(await codes(link(e, f, 'parent'))).toEqual(['ticket.has_parent']);
    expect(await codes(link(e, d, 'parent'))).toEqual(['ticket.already_linked']);
  });

  it('closes no circle when its parts are made at once', async () => {
    for (let round = 0; round < 5; round++) {
      const [a, b, c, d] = await tickets(4);
      const answers = await Promise.all([
        link(a, b, 'parent'),
        link(c, d, 'parent'),
        link(b, c, 'parent'),
        link(d, a, 'parent'),
      ]);
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(3);
    }
  });

  it('needs both tickets workable', async () => {
    const { employee, insider, restrictedTeamId } = world.acme;
    const [a] = await tickets(1);
    const hidden = await world.build.ticket(employee, insider, { teamId: restrictedTeamId });
    expect((await link(a, hidden.id, 'related')).status).toBe(404);
    expect((await link(a, hidden.id, 'related', insider)).status).toBe(200);
    expect((await get(a)).related).toEqual([]);
    expect((await unlink(a, hidden.id)).status).toBe(404);
    expect((await link(a, hidden.id, 'related', employee)).status).toBe(403);
  });

  it('shows however many hidden ones there are besides, and no more than an answer holds', async () => {
    const { employee, insider, coordinator, tenant, restrictedTeamId: teamId } = world.acme;
    const [a] = await tickets(1);
    const hidden: string[] = [];
    for (let index = 0; index < 100; index++) hidden.push((await world.build.ticket(employee, insider, { teamId })).id);
    const [visible] = await tickets(1);
    await world.sql(
      `INSERT INTO ticket_links (tenant_id, from_id, to_id, kind) SELECT $1, $2, unnest($3::uuid[]), 'related'`,
      [tenant.id, a, [...hidden, visible]],
    );
    expect(ids((await get(a, coordinator)).related)).toEqual([visible]);
    expect((await get(a, insider)).related).toHaveLength(100);
  });

  it('tells nobody the number of a ticket they may not see, not afterwards either', async () => {
    const { employee, insider, coordinator, restrictedTeamId } = world.acme;
    const [a] = await tickets(1);
    const hidden = await world.build.ticket(employee, insider, { teamId: restrictedTeamId });
    await link(a, hidden.id, 'related', insider);
    await unlink(a, hidden.id, insider);
    const told = async (by: Person) =>
      (await by.client.call(conversationEndpoints.timeline, { params: { id: a } })).body.items
        .slice(-2)
        .map(({ data }) => data.other);
    const other = { id: hidden.id, number: hidden.number };
    expect(await told(insider)).toEqual([other, other]);
    expect(await told(coordinator)).toEqual([null, null]);
  });
});
