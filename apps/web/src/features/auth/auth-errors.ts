import type { ApiErrorCode } from '../../shared/api/api-error';
import { texts } from './auth.texts';

/** Each state of an account gets its own sentence, after the right password. */
export const SIGN_IN_ERRORS: Partial<Record<ApiErrorCode, string>> = {
  'auth.invalid_credentials': texts.errors.credentials,
  'auth.account_pending': texts.errors.pending,
  'auth.account_rejected': texts.errors.rejected,
  'auth.account_suspended': texts.errors.suspended,
};
