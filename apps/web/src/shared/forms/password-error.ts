import { PASSWORD_MIN_LENGTH } from '@baton/domain/accounts/password-policy';
import type { ApiError, ApiErrorCode } from '../api/api-error';
import { passwordTexts } from './password.texts';

const BY_CODE: Partial<Record<ApiErrorCode, string>> = {
  'password.too_short': passwordTexts.tooShort(PASSWORD_MIN_LENGTH),
  'password.too_long': passwordTexts.tooLong,
  'password.too_common': passwordTexts.tooCommon,
  'password.contains_identity': passwordTexts.containsIdentity,
};

/** What to say beside the password field when the server refused the password itself. */
export const passwordErrorText = (error: ApiError): string | null => BY_CODE[error.code] ?? null;
