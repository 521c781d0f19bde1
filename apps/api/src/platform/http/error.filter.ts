import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { ERRORS, type ErrorBody, type ErrorCode } from '@baton/contracts/http/errors';
import { InvalidInput } from '@baton/contracts/http/validate';
import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { ConnectionError, FastifyReply, FastifyRequest } from 'fastify';
import type { Log } from '../log/log.token.js';
import { AppError } from './app-error.js';
import { ERROR_TEXTS } from './error-texts.js';
import { newRequestId } from './request-context.js';

/** Status of a framework's own refusal → our code. */
const BY_STATUS: Record<number, ErrorCode> = {
  400: 'request.malformed',
  401: 'access.unauthenticated',
  403: 'access.forbidden',
  404: 'resource.not_found',
  405: 'resource.not_found',
  413: 'request.too_large',
  415: 'request.unsupported_media_type',
  429: 'request.rate_limited',
  503: 'server.unavailable',
};

/** PostgreSQL's SQLSTATEs that are not our fault: the caller may try again, or was late. */
const BY_SQLSTATE: Record<string, ErrorCode> = {
  '23505': 'resource.conflict',
  '23503': 'resource.conflict',
  '40001': 'server.unavailable',
  '40P01': 'server.unavailable',
  '53300': 'server.unavailable',
  '55P03': 'server.unavailable',
  '57014': 'server.unavailable',
  '57P01': 'server.unavailable',
  '57P02': 'server.unavailable',
  '57P03': 'server.unavailable',
  ECONNREFUSED: 'server.unavailable',
  ECONNRESET: 'server.unavailable',
  EPIPE: 'server.unavailable',
};

const CONNECTION_LOST =
  /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/;

/** Any thrown thing as an AppError; what is not recognized becomes `server.internal` and says nothing of itself. */
export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (error instanceof InvalidInput) return new AppError('request.invalid', error.fields);
  if (error instanceof HttpException) return new AppError(BY_STATUS[error.getStatus()] ?? 'server.internal');
  const { code, statusCode, message } = error as { code?: string; statusCode?: number; message?: string };
  const known =
    BY_SQLSTATE[code ?? ''] ??
    (code?.startsWith('08') || CONNECTION_LOST.test(message ?? '') ? 'server.unavailable' : undefined);
  if (known) return new AppError(known);
  return new AppError((code?.startsWith('FST_') && BY_STATUS[statusCode ?? 500]) || 'server.internal');
}

const errorBody = ({ code, details }: AppError, requestId: string): ErrorBody => ({
  error: ERROR_TEXTS[code],
  code,
  details,
  requestId,
});

/** Answers what is not even HTTP, or has headers too long to read, in the same shape. */
export function refuseConnection(error: ConnectionError, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const refusal = new AppError(error.code === 'HPE_HEADER_OVERFLOW' ? 'request.too_large' : 'request.malformed');
  const status = ERRORS[refusal.code];
  const body = JSON.stringify(errorBody(refusal, newRequestId()));
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'content-type: application/json; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}

/** Writes the one error shape there is, and logs what was our fault. */
export function sendError(error: unknown, request: FastifyRequest, reply: FastifyReply, log: Log): void {
  if (reply.sent || reply.raw.headersSent) return void reply.raw.destroy();
  const refusal = toAppError(error);
  const status = ERRORS[refusal.code];
  // Set for every request already, save for those the router itself refuses.
  reply.header('x-request-id', request.id);
  if (status >= 500) log.error({ requestId: request.id, err: error }, 'request failed');
  const retryAfter = refusal.retryAfter ?? (status === 503 ? 1 : undefined);
  if (retryAfter !== undefined) reply.header('retry-after', String(Math.ceil(retryAfter)));
  // Closing on somebody who is still sending would lose the answer: the rest is read and dropped.
  if (refusal.code === 'request.too_large') reply.removeHeader('connection');
  const body = errorBody(refusal, request.id);
  reply.code(status).type('application/json; charset=utf-8').send(body);
}

@Catch()
export class ErrorFilter implements ExceptionFilter {
  constructor(private readonly log: Log) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    sendError(error, http.getRequest(), http.getResponse(), this.log);
  }
}
