import { userActor } from '../permissions/actor.js';
import type { Role } from '../permissions/roles.js';
import type { TenantId } from '../shared/brand.js';
import { decideKeepView, hasView, type ViewFacts } from './view-policy.js';

const actor = (role: Role) => userActor({ id: role, tenantId: 'tenant' as TenantId, role }, 'session');
const own = (role: Role): ViewFacts => ({ scope: 'personal', ownerId: role, teamId: null });
const shared: ViewFacts = { scope: 'everyone', ownerId: null, teamId: null };
const ofTeam: ViewFacts = { scope: 'team', ownerId: null, teamId: 'it' };

it.each([
  ['coordinator', own('coordinator'), [], true, true],
  ['coordinator', own('admin'), [], false, false],
  ['admin', own('coordinator'), [], false, false],
  ['coordinator', ofTeam, ['it'], true, true],
  ['coordinator', ofTeam, ['payroll'], false, false],
  ['admin', ofTeam, [], false, true],
  ['coordinator', shared, ['it'], true, false],
  ['admin', shared, [], true, true],
] as const)('%s and %j, in teams %j: has it %s, keeps it %s', (role, view, teams, sees, keeps) => {
  expect(hasView(actor(role), view, teams)).toBe(sees);
  expect(decideKeepView(actor(role), view, teams).allowed).toBe(keeps);
});
