import type { ErrorBody, ErrorCode } from '@baton/contracts/http/errors';

/** No answer came: the person is offline, or the server is not there. */
export const NETWORK_ERROR = 'network.unreachable';

export type ApiErrorCode = ErrorCode | typeof NETWORK_ERROR;

/** Every failed call rejects with this, whatever went wrong. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: ApiErrorCode,
    message: string,
    readonly details: Record<string, unknown> = {},
    readonly requestId: string | null = null,
    readonly retryAfterSeconds: number | null = null,
  ) {
    super(message);
    this.name = 'ApiError';
  }
}

export const isApiError = (error: unknown, code?: ApiErrorCode): error is ApiError =>
  error instanceof ApiError && (code === undefined || error.code === code);

const isErrorBody = (body: unknown): body is ErrorBody =>
  typeof body === 'object' && body !== null && 'code' in body && 'error' in body;

/** The error of an answer. A proxy in between may answer something else than the API would. */
export function fromAnswer(status: number, body: unknown, retryAfter: unknown): ApiError {
  const seconds = Number(retryAfter);
  const wait = Number.isFinite(seconds) && seconds > 0 ? seconds : null;
  if (isErrorBody(body)) return new ApiError(status, body.code, body.error, body.details, body.requestId, wait);
  const code = status >= 500 ? 'server.unavailable' : 'request.malformed';
  return new ApiError(status, code, `The server answered ${status}.`, {}, null, wait);
}
