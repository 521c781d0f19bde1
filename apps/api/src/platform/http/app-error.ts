import type { ErrorCode } from '@baton/contracts/http/errors';
import type { Decision } from '@baton/domain/shared/decision';

/** A refusal with a code of the error registry. Its sentence comes from the texts, its status from the registry. */
export class AppError extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly details: Record<string, unknown> = {},
    /** Seconds, for 429 and 503. */
    readonly retryAfter?: number,
  ) {
    super(code);
  }
}

/** Turns a domain refusal into an error. The domain names codes of the registry; a test compares the two. @throws AppError */
export function enforce(decision: Decision): void {
  if (!decision.allowed) throw new AppError(decision.code as ErrorCode, decision.details);
}

export const notFound = (): AppError => new AppError('resource.not_found');
