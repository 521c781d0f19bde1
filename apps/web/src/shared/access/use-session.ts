import type { SessionUserResponse } from '@baton/contracts/auth/auth.response';
import { type Permission, type Role, roleMay } from '@baton/domain/permissions/roles';
import { useSyncExternalStore } from 'react';
import { getSession, subscribe } from '../api/session-store';

export interface CurrentSession {
  /** `unknown` until the refresh cookie has been tried. */
  state: 'unknown' | 'signed-out' | 'signed-in';
  user: SessionUserResponse | null;
  role: Role | null;
  can: (permission: Permission) => boolean;
}

/** Who is signed in, and what that role may do. */
export function useSession(): CurrentSession {
  const session = useSyncExternalStore(subscribe, getSession);
  const user = session.state === 'signed-in' ? session.user : null;
  return {
    state: session.state,
    user,
    role: user?.role ?? null,
    can: (permission) => user !== null && roleMay(user.role, permission),
  };
}

/** The signed-in person. Only for what is rendered inside the frame, which nobody sees signed out. */
export function useUser(): SessionUserResponse {
  const { user } = useSession();
  if (!user) throw new Error('useUser needs a signed-in person');
  return user;
}
