import type { LoggerService } from '@nestjs/common';
import { type DestinationStream, pino } from 'pino';
import type { Log } from './log.token.js';

/** JSON lines; secrets and message bodies never reach it, and the usual places for them are blanked all the same. */
export const createLog = (level: string, destination: DestinationStream = pino.destination(1)): Log =>
  pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: describeError },
      redact: ['password', 'token', 'body'],
    },
    destination,
  );

/** Lines in bundles, a quarter of a second old at most: written one by one they cost as much as a small request. */
export const standardOutput = (): DestinationStream =>
  pino.destination({ dest: 1, sync: false, minLength: 4096, periodicFlush: 250 });

/** Picked by name: a database error also carries the statement's values, which are people's words and secrets. */
function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return String(error);
  const { name: type, message, stack } = error;
  const { code } = error as { code?: unknown };
  const cause = error.cause === undefined ? undefined : describeError(error.cause);
  return { type, code, message, stack, cause };
}

/** Nest's own messages through the same log, at `debug`: its start-up chatter is no news. */
export const nestLogger = (log: Log): LoggerService => ({
  log: (message: unknown, context?: string) => log.debug({ context }, String(message)),
  error: (message: unknown, stack?: string) => log.error({ stack }, String(message)),
  warn: (message: unknown, context?: string) => log.warn({ context }, String(message)),
});
