import type { Role } from '@baton/domain/permissions/roles';

export const DEMO_PASSWORD = 'baton-demo-2026';

const ROLES: Role[] = ['admin', 'coordinator', 'employee'];

/** The accounts the start command names, in both organizations. */
export const DEMO_SIGN_INS = ['acme', 'globex'].flatMap((organization) =>
  ROLES.map((role) => ({ organization, role, email: `${role}@${organization}.test` })),
);
