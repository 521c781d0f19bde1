import type { TenantId } from '../shared/brand.js';
import { PERMISSIONS, type Permission, type Role } from './roles.js';

/** Who acts, within which tenant. First argument of every service and query method. */
export interface Actor {
  readonly kind: 'user' | 'system';
  readonly userId: string | null;
  readonly tenantId: TenantId;
  readonly role: Role;
  readonly permissions: ReadonlySet<Permission>;
  readonly sessionId: string | null;
}

/** A signed-in person. `userId` is never null here. */
export interface UserActor extends Actor {
  readonly kind: 'user';
  readonly userId: string;
  readonly sessionId: string;
}

/** The product itself acting on behalf of nobody: timers, listeners, the seed. */
export const systemActor = (tenantId: TenantId): Actor => ({
  kind: 'system',
  userId: null,
  tenantId,
  role: 'admin',
  permissions: PERMISSIONS.admin,
  sessionId: null,
});

export const userActor = (user: { id: string; tenantId: TenantId; role: Role }, sessionId: string): UserActor => ({
  kind: 'user',
  userId: user.id,
  tenantId: user.tenantId,
  role: user.role,
  permissions: PERMISSIONS[user.role],
  sessionId,
});
