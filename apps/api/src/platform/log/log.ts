import type { LoggerService } from '@nestjs/common';
import { pino } from 'pino';
import type { Log } from './log.token.js';

/** JSON lines; secrets and message bodies never reach it, and the usual places for them are blanked all the same. */
export const createLog = (level: string): Log =>
  pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    redact: ['req.headers.authorization', 'req.headers.cookie', 'password', 'token', 'body'],
  });

/** Nest's own messages through the same log, at `debug`: its start-up chatter is no news. */
export const nestLogger = (log: Log): LoggerService => ({
  log: (message: unknown, context?: string) => log.debug({ context }, String(message)),
  error: (message: unknown, stack?: string) => log.error({ stack }, String(message)),
  warn: (message: unknown, context?: string) => log.warn({ context }, String(message)),
});
