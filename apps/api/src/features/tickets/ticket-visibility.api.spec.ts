import { queueEndpoints } from '@baton/contracts/queue/queue.endpoints';
import { ticketsEndpoints as endpoints } from '@baton/contracts/tickets/tickets.endpoints';
import { canView, type TicketFacts } from '@baton/domain/permissions/ticket-policy';
import { STATUSES, type TicketStatus } from '@baton/domain/tickets/ticket-status';
import fc from 'fast-check';
import type { Person } from '../../../test/support/factories.js';
import { startWorld, type World } from '../../../test/support/world.js';
import { newId } from '../../platform/database/new-id.js';

const TICKETS = 90;
const SEED = 20_260_308;

let world: World;
let people: Person[];
let teamIdsOf: Map<string, string[]>;
let facts: Map<string, TicketFacts>;

/** Tickets with every mixture of relations, written past the product. */
beforeAll(async () => {
  world = await startWorld();
  const { acme, build } = world;
  const { tenant } = acme;
  const extra = [await build.person(tenant, 'employee'), await build.person(tenant, 'coordinator')];
  people = [acme.admin, acme.coordinator, acme.insider, acme.employee, acme.stranger, ...extra];
  const hidden = await build.team(tenant, { restricted: true, members: [acme.insider, extra[1] as Person] });
  const teams = [null, acme.teamId, acme.restrictedTeamId, hidden];
  const restricted = new Set([acme.restrictedTeamId, hidden]);
  const memberships = await world.sql<{ user: string; team: string }>(
    'SELECT user_id AS user, team_id AS team FROM team_members WHERE tenant_id = $1',
    [tenant.id],
  );
  teamIdsOf = new Map(
    people.map(({ id }) => [id, memberships.filter(({ user }) => user === id).map(({ team }) => team)]),
  );

  const person = fc.constantFrom(...people.map(({ id }) => id));
  const ticket = fc.record({
    requesterId: person,
    submittedById: person,
    assigneeId: fc.option(person),
    teamId: fc.constantFrom(...teams),
    watcherIds: fc.uniqueArray(person, { maxLength: 2 }),
    status: fc.constantFrom<TicketStatus>(...STATUSES),
  });
  facts = new Map();
  for (const [index, wish] of fc.sample(ticket, { numRuns: TICKETS, seed: SEED }).entries()) {
    const id = newId();
    const teamRestricted = wish.teamId !== null && restricted.has(wish.teamId);
    facts.set(id, { ...wish, teamRestricted, resolvedAt: null, joinedIds: [], mergedIntoId: null });
    await world.sql(
      `INSERT INTO tickets (tenant_id, id, number, subject, description_html, description_text, priority, status, requester_id,
         submitted_by_id, assignee_id, team_id, channel, created_at, updated_at, public_updated_at)
       VALUES ($1, $2, $3, $4, '', '', 'low', $5, $6, $7, $8, $9, 'web', now(), now(), now())`,
      [
        tenant.id,
        id,
        index + 1,
        `Ticket ${index}`,
        wish.status,
        wish.requesterId,
        wish.submittedById,
        wish.assigneeId,
        wish.teamId,
      ],
    );
    for (const watcher of wish.watcherIds)
      await world.sql('INSERT INTO ticket_watchers VALUES ($1, $2, $3)', [tenant.id, id, watcher]);
  }
});
afterAll(() => world.stop());

const expected = (person: Person, rule: typeof canView) =>
  [...facts].filter(([, ticket]) => rule(person.actor, ticket, teamIdsOf.get(person.id) ?? [])).map(([id]) => id);

const active = new Set<TicketStatus>(['new', 'open', 'in_progress', 'waiting']);

describe('what SQL lists is what the policy allows', () => {
  it('for everybody, in lists and in totals', async () => {
    const sizes = new Set<number>();
    for (const person of people) {
      const { body } = await person.client.call(endpoints.list, { query: { limit: 100, count: true } });
      const visible = expected(person, canView);
      expect(body.items.map(({ id }) => id).sort()).toEqual(visible.sort());
      expect(body.total).toBe(visible.length);
      sizes.add(visible.length);
    }
    expect(sizes.size).toBeGreaterThan(3);
  });

  it('for everybody, one by one', async () => {
    for (const person of people) {
      const visible = new Set(expected(person, canView));
      for (const id of [...facts.keys()].slice(0, 20)) {
        const { status } = await person.client.call(endpoints.get, { params: { id } });
        expect([id, status]).toEqual([id, visible.has(id) ? 200 : 404]);
      }
    }
  });

  it("in the queue's counts, which are those of its lists", async () => {
    for (const person of people.filter(({ role }) => role !== 'employee')) {
      const { body } = await person.client.call(queueEndpoints.views);
      const open = expected(person, canView).filter((id) => active.has(facts.get(id)?.status as TicketStatus));
      expect(body.items.find(({ key }) => key === 'open')?.count).toBe(open.length);
    }
  });
});
