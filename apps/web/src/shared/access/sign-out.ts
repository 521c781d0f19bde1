import { authEndpoints } from '@baton/contracts/auth/auth.endpoints';
import { call } from '../api/call';
import { endSession } from '../api/session-store';
import { oweSignOut, owesSignOut, paySignOut } from '../storage/kept-session';
import { forgetPersonal } from '../storage/personal-storage';

/** Nobody waits longer to be signed out. */
const PATIENCE_MS = 3000;

const farewells = new Set<() => unknown>();

/** What still has to be done in this person's name, such as sending what waits. @returns takes it back */
export function beforeSignOut(work: () => unknown): () => void {
  farewells.add(work);
  return () => farewells.delete(work);
}

/** Ends at the server what was ended here while it could not be reached. @throws ApiError while it still cannot */
export async function finishSignOut(): Promise<void> {
  if (!owesSignOut()) return;
  await call(authEndpoints.logout);
  paySignOut();
}

/** Ends the session here and in the other tabs, also when the server cannot be reached. Leaves nothing behind. */
export async function signOut(): Promise<void> {
  const last = Promise.allSettled([...farewells].map(async (work) => work()));
  await Promise.race([last, new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]);
  oweSignOut();
  forgetPersonal();
  endSession();
  await finishSignOut().catch(() => undefined);
}
