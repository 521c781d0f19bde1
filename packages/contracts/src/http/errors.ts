/** Every error code of the API and its HTTP status. A code not in this table does not compile. */
export const ERRORS = {
  'request.malformed': 400,
  'request.invalid': 400,
  'request.too_large': 413,
  'request.unsupported_media_type': 415,
  'request.foreign_origin': 403,
  'request.rate_limited': 429,
  'idempotency.key_reused': 422,
  'access.unauthenticated': 401,
  'access.forbidden': 403,
  'resource.not_found': 404,
  'resource.conflict': 409,
  'server.unavailable': 503,
  'server.storage_full': 507,
  'server.internal': 500,
  'auth.invalid_credentials': 401,
  'auth.account_pending': 403,
  'auth.account_rejected': 403,
  'auth.account_suspended': 403,
  'auth.organization_required': 409,
  'auth.refresh_rejected': 401,
  'auth.token_invalid': 400,
  'auth.wrong_password': 400,
  'password.too_short': 400,
  'password.too_long': 400,
  'password.too_common': 400,
  'password.contains_identity': 400,
  'account.transition_not_allowed': 409,
  'account.last_admin': 409,
  'account.email_taken': 409,
  'account.self_change': 409,
  'team.name_taken': 409,
  'category.name_taken': 409,
  'category.cycle': 409,
  'ticket.transition_not_allowed': 409,
  'ticket.transition_forbidden': 403,
  'ticket.reopen_window_over': 409,
  'ticket.already_claimed': 409,
  'ticket.stale': 409,
  'ticket.is_final': 409,
  'ticket.assignee_unsuitable': 409,
  'conversation.moved_on': 409,
  'conversation.empty': 400,
  'conversation.mention_unsuitable': 400,
  'message.is_redacted': 409,
  'macro.variable_unknown': 400,
  'file.too_large': 413,
  'file.too_many': 400,
  'file.empty': 400,
  'file.type_not_allowed': 415,
  'file.type_mismatch': 415,
  'file.damaged': 400,
} as const;

export type ErrorCode = keyof typeof ERRORS;

/** The body of every answer of 400 and above. */
export interface ErrorBody {
  /** One sentence for people. */
  error: string;
  code: ErrorCode;
  details: Record<string, unknown>;
  requestId: string;
}
