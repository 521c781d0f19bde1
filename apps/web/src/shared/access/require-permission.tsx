import type { Permission } from '@baton/domain/permissions/roles';
import type { ReactNode } from 'react';
import { NoPermission } from '../ui/no-permission';
import { useSession } from './use-session';

/** Shows its children to those who may; the others learn why not. */
export function RequirePermission({ permission, children }: { permission?: Permission; children: ReactNode }) {
  const { can } = useSession();
  return permission && !can(permission) ? <NoPermission page /> : children;
}
