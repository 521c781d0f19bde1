import { setTimeout as sleep } from 'node:timers/promises';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { retiring } from '../platform/http/retiring-server.js';
import type { Log } from '../platform/log/log.token.js';
import type { PreparedDatabase } from './prepare-database.js';

/** How long requests, sockets and jobs may take to finish; the embedded database needs the rest of ten seconds. */
const DRAIN_MS = 8000;

/** On SIGTERM or Ctrl-C: finish what was begun, take on nothing new, leave. */
export function stopOnSignal(app: NestFastifyApplication, database: PreparedDatabase, log: Log): void {
  const retire = retiring(app.getHttpServer());
  let isStopping = false;

  const close = async (): Promise<boolean> => {
    try {
      await retire();
      await app.close();
      return true;
    } catch (error) {
      log.error({ err: error }, 'not everything stopped cleanly');
      return false;
    }
  };

  const stop = async (signal: string) => {
    if (isStopping) return;
    isStopping = true;
    log.info({ signal }, 'stopping');
    const isClean = await Promise.race([close(), sleep(DRAIN_MS, false)]);
    await database.stop();
    process.exit(isClean ? 0 : 1);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop(signal));
}
