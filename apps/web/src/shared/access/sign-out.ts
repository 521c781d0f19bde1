import { authEndpoints } from '@baton/contracts/auth/auth.endpoints';
import { call } from '../api/call';
import { endSession } from '../api/session-store';
import { forgetPersonal } from '../storage/personal-storage';

/** Ends the session here and in the other tabs, also when the server cannot be reached. Leaves no drafts behind. */
export async function signOut(): Promise<void> {
  try {
    await call(authEndpoints.logout);
  } finally {
    forgetPersonal();
    endSession();
  }
}
