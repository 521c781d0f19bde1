import { PERMISSIONS } from '../permissions/roles.js';
import { canKeepMacro } from './macro-policy.js';

const owner = { userId: 'owner', permissions: PERMISSIONS.coordinator };
const admin = { userId: 'admin', permissions: PERMISSIONS.admin };

it("keeps one's own macros to oneself, and everyone's to admins", () => {
  const personal = { scope: 'personal', ownerId: 'owner' } as const;
  const shared = { scope: 'everyone', ownerId: 'owner' } as const;
  expect([canKeepMacro(owner, personal), canKeepMacro(admin, personal)]).toEqual([true, false]);
  expect([canKeepMacro(owner, shared), canKeepMacro(admin, shared)]).toEqual([false, true]);
});
