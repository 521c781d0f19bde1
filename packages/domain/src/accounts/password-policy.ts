import { allow, type Decision, refuse } from '../shared/decision.js';

export const PASSWORD_MIN_LENGTH = 10;
/** bcrypt reads no further; a longer password is refused rather than silently cut. */
export const PASSWORD_MAX_BYTES = 72;

/** Ten times the same key is as well known as any word. */
const MIN_DISTINCT = 4;

const encoder = new TextEncoder();

/**
 * Refusals: `password.too_short {min}`, `password.too_long {maxBytes}`, `password.too_common`, `password.contains_identity`.
 * @param common lower-case passwords known from breaches
 * @param identity the person's own words (name, e-mail) a password must not consist of
 */
export function decidePassword(
  password: string,
  common: ReadonlySet<string>,
  identity: readonly string[] = [],
): Decision {
  if ([...password].length < PASSWORD_MIN_LENGTH) return refuse('password.too_short', { min: PASSWORD_MIN_LENGTH });
  if (encoder.encode(password).length > PASSWORD_MAX_BYTES)
    return refuse('password.too_long', { maxBytes: PASSWORD_MAX_BYTES });
  const lower = password.toLowerCase();
  if (common.has(lower) || new Set(lower).size < MIN_DISTINCT) return refuse('password.too_common');
  if (identity.some((word) => word.length > 0 && word.toLowerCase() === lower))
    return refuse('password.contains_identity');
  return allow;
}
