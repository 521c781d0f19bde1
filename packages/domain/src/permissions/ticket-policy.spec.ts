import type { TenantId } from '../shared/brand.js';
import { STATUSES } from '../tickets/ticket-status.js';
import { systemActor, userActor } from './actor.js';
import type { Role } from './roles.js';
import {
  canReadInternal,
  canView,
  canWork,
  capabilities,
  decideAssign,
  decideClaim,
  decideEdit,
  decideMove,
  decideReply,
  moversOf,
  type TicketFacts,
} from './ticket-policy.js';

const tenantId = 'tenant' as TenantId;
const actor = (role: Role, id: string = role) => userActor({ id, tenantId, role }, 'session');
const employee = actor('employee');
const coordinator = actor('coordinator');
const admin = actor('admin');
const context = { now: new Date('2026-03-08T12:00:00Z'), reopenWindowDays: 7, actorTeamIds: [] as string[] };

const ticket = (facts: Partial<TicketFacts> = {}): TicketFacts => ({
  requesterId: 'asker',
  submittedById: 'asker',
  assigneeId: null,
  teamId: null,
  teamRestricted: false,
  watcherIds: [],
  joinedIds: [],
  mergedIntoId: null,
  status: 'open',
  resolvedAt: null,
  ...facts,
});
const restricted = ticket({ teamId: 'payroll', teamRestricted: true });

describe('seeing a ticket', () => {
  it.each([
    ['a stranger', employee, ticket(), false],
    ['its requester', employee, ticket({ requesterId: 'employee' }), true],
    ['whoever handed it in', employee, ticket({ submittedById: 'employee' }), true],
    ['a watcher', employee, ticket({ watcherIds: ['employee'] }), true],
    ['a coordinator', coordinator, ticket(), true],
    ['a coordinator outside the restricted team', coordinator, restricted, false],
    ['a watcher of a restricted ticket', coordinator, { ...restricted, watcherIds: ['coordinator'] }, true],
    ['an admin, restricted or not', admin, restricted, true],
  ])('%s', (_who, who, what, expected) => expect(canView(who, what, [])).toBe(expected));

  it('opens a restricted team to its members', () => {
    expect(canView(coordinator, restricted, ['payroll'])).toBe(true);
    expect(canView(coordinator, restricted, ['facilities'])).toBe(false);
    expect(canView(employee, restricted, ['payroll'])).toBe(false);
  });
});

describe('internal notes', () => {
  it('are for those who work on the ticket, however else they are related to it', () => {
    const own = { ...restricted, requesterId: 'coordinator', watcherIds: ['coordinator'] };
    expect(canReadInternal(coordinator, own, [])).toBe(false);
    expect(canReadInternal(coordinator, own, ['payroll'])).toBe(true);
    expect(canReadInternal(employee, ticket({ requesterId: 'employee' }), [])).toBe(false);
    expect(canWork(admin, own, [])).toBe(true);
  });

  it('can be added where replies can, and by nobody else', () => {
    expect(decideReply(coordinator, ticket(), true, context).allowed).toBe(true);
    expect(decideReply(employee, ticket({ requesterId: 'employee' }), true, context)).toMatchObject({
      code: 'access.forbidden',
    });
  });
});

describe('replying', () => {
  it('is for the requester and the desk, not for a mere watcher', () => {
    expect(decideReply(employee, ticket({ requesterId: 'employee' }), false, context).allowed).toBe(true);
    expect(decideReply(employee, ticket({ watcherIds: ['employee'] }), false, context).allowed).toBe(false);
    expect(decideReply(coordinator, ticket(), false, context).allowed).toBe(true);
  });

  it('never ends: a reply to an ended ticket becomes a follow-up', () => {
    for (const status of STATUSES)
      expect(decideReply(employee, ticket({ requesterId: 'employee', status }), false, context).allowed).toBe(true);
  });
});

describe('claiming and assigning', () => {
  it('refuses a second claim with who has it', () => {
    expect(decideClaim(coordinator, ticket({ assigneeId: 'dana' }), context)).toMatchObject({
      code: 'ticket.already_claimed',
      details: { by: 'dana' },
    });
  });

  it.each([
    ['new', true],
    ['open', true],
    ['in_progress', true],
    ['waiting', true],
    ['resolved', false],
    ['closed', false],
    ['withdrawn', false],
  ] as const)('claims a %s ticket: %s', (status, expected) => {
    expect(decideClaim(coordinator, ticket({ status, resolvedAt: context.now }), context).allowed).toBe(expected);
  });

  it('is nothing for employees, nor for ended tickets', () => {
    expect(decideClaim(employee, ticket({ requesterId: 'employee' }), context).allowed).toBe(false);
    expect(decideAssign(employee, ticket(), context).allowed).toBe(false);
    for (const status of ['closed', 'withdrawn'] as const)
      expect(decideAssign(admin, ticket({ status }), context)).toMatchObject({ code: 'ticket.is_final' });
  });
});

describe('editing', () => {
  const own = ticket({ requesterId: 'employee' });

  it("leaves priority, category and tags to the desk, and says which fields weren't allowed", () => {
    expect(decideEdit(employee, own, ['subject', 'description', 'callbackNumber'], context).allowed).toBe(true);
    expect(decideEdit(employee, own, ['subject', 'priority', 'categoryId', 'tags'], context)).toMatchObject({
      code: 'access.forbidden',
      details: { fields: ['priority', 'categoryId', 'tags'] },
    });
    expect(decideEdit(coordinator, own, ['priority', 'tags'], context).allowed).toBe(true);
  });

  it('is not for watchers, and over when the ticket is', () => {
    expect(decideEdit(employee, ticket({ watcherIds: ['employee'] }), ['subject'], context).allowed).toBe(false);
    expect(decideEdit(admin, ticket({ status: 'closed' }), ['subject'], context)).toMatchObject({
      code: 'ticket.is_final',
    });
  });
});

describe('relations to a ticket', () => {
  it('add up', () => {
    expect(moversOf(coordinator, ticket({ requesterId: 'coordinator' }), [])).toEqual(['requester', 'coordinator']);
    expect(moversOf(coordinator, { ...restricted, requesterId: 'coordinator' }, [])).toEqual(['requester']);
    expect(moversOf(systemActor(tenantId), ticket(), [])).toEqual(['system']);
    expect(moversOf(employee, ticket(), [])).toEqual([]);
  });
});

describe('capabilities', () => {
  const people = [employee, coordinator, admin, actor('employee', 'asker')];
  const cases = STATUSES.flatMap((status) => people.map((who) => ({ status, who, name: who.userId })));

  it.each(cases)('of $name on a $status ticket say what the decisions say', ({ status, who }) => {
    const facts = ticket({ status, resolvedAt: status === 'resolved' ? context.now : null });
    const can = capabilities(who, facts, context);
    expect(can.claim).toBe(decideClaim(who, facts, context).allowed);
    expect(can.withdraw).toBe(decideMove(who, facts, 'withdrawn', context).allowed);
    expect(can.close).toBe(decideMove(who, facts, 'closed', context).allowed);
    expect(can.reopen).toBe(status === 'resolved' && decideMove(who, facts, 'open', context).allowed);
    expect(can.moves).toEqual(STATUSES.filter((to) => decideMove(who, facts, to, context).allowed).sort(byTable(can)));
  });
});

/** Moves come in the table's order, which is not that of the statuses. */
const byTable =
  ({ moves }: { moves: string[] }) =>
  (a: string, b: string) =>
    moves.indexOf(a) - moves.indexOf(b);
