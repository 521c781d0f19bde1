import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { AppModule } from '../app.module.js';
import type { Config } from '../config/config.js';
import { trustOrigin } from '../platform/access/own-origin.js';
import { Clock } from '../platform/clock/clock.js';
import { requireConfinedRole } from '../platform/database/require-confined-role.js';
import { configureHttp, fastifyOptions } from '../platform/http/configure-http.js';
import { JobRunner } from '../platform/jobs/job-runner.js';
import { nestLogger } from '../platform/log/log.js';
import type { Log } from '../platform/log/log.token.js';
import { SocketAdapter } from '../platform/realtime/socket-adapter.js';

export interface AppOptions {
  config: Config;
  log: Log;
  /** The built interface; null serves the API alone. */
  webRoot: string | null;
}

/** The whole product in one process, not yet listening and not yet working on jobs. */
export async function createApp({ config, log, webRoot }: AppOptions): Promise<NestFastifyApplication> {
  if (config.PUBLIC_URL) trustOrigin(config.PUBLIC_URL);
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.with(config, log),
    new FastifyAdapter(fastifyOptions(config, log)),
    { logger: nestLogger(log), bodyParser: false, abortOnError: false },
  );
  app.setGlobalPrefix('api');
  await configureHttp(app, log, webRoot);
  const sockets = new SocketAdapter(app, config, log);
  app.useWebSocketAdapter(sockets);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  await requireConfinedRole(app.get(DataSource));
  await app.get(Clock).synchronize();
  return app;
}

/** Begins to work on jobs, unless this process only serves. */
export async function startJobs(app: NestFastifyApplication, config: Config): Promise<void> {
  if (config.ROLE !== 'web') await app.get(JobRunner).start();
}
