/** The answer of a policy: allowed, or refused with the error code and the facts that explain it. */
export type Decision = { allowed: true } | { allowed: false; code: string; details?: Record<string, unknown> };

export const allow: Decision = { allowed: true };

/** A refusal. `code` is one of the error registry's codes (contracts/http/errors). */
export const refuse = (code: string, details?: Record<string, unknown>): Decision =>
  details ? { allowed: false, code, details } : { allowed: false, code };
