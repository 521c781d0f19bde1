import type { ReactNode } from 'react';
import { Navigate, useLocation } from 'react-router-dom';
import { useSession } from './use-session';

/** For pages that make no sense once signed in: on to where the person wanted to go. */
export function SignedOutOnly({ children }: { children: ReactNode }) {
  const { state } = useSession();
  const { from } = (useLocation().state ?? {}) as { from?: { pathname: string; search: string } };
  return state === 'signed-in' ? <Navigate to={from ?? '/'} replace /> : children;
}
