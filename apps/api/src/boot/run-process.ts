import type { Config } from '../config/config.js';
import { InvalidConfig, loadConfig } from '../config/load-config.js';
import { createLog, standardOutput } from '../platform/log/log.js';
import { createApp, startJobs } from './create-app.js';
import { type PreparedDatabase, prepareDatabase } from './prepare-database.js';
import { sayHello } from './say-hello.js';
import { seedDemo } from './seed-demo.js';
import { stopOnSignal } from './stop-on-signal.js';

/** From the environment to a serving process, and cleanly down again on a signal. */
export async function runProcess({ webRoot }: { webRoot: string | null }): Promise<void> {
  const config = configOrExit();
  const log = createLog(config.LOG_LEVEL, standardOutput());
  process.on('unhandledRejection', (error) => log.error({ err: error }, 'unhandled rejection'));
  const isEmbedded = config.DATABASE_URL === undefined;
  let database: PreparedDatabase | undefined;
  try {
    database = await prepareDatabase(config, log);
    const app = await createApp({ config, log, webRoot });
    stopOnSignal(app, database, log);
    const isFresh = isEmbedded && config.DEMO === 'on' && (await seedDemo(app, config));
    await startJobs(app, config);
    if (config.ROLE !== 'worker') await app.listen(config.PORT, config.HOST);
    if (config.ROLE !== 'worker') sayHello(await app.getUrl(), config, isEmbedded, isFresh);
  } catch (error) {
    log.fatal({ err: error }, 'Baton could not start');
    process.stderr.write(`\nBaton could not start: ${(error as Error).message}\n`);
    await database?.stop();
    process.exit(1);
  }
}

function configOrExit(): Config {
  try {
    return loadConfig(process.env);
  } catch (error) {
    if (!(error instanceof InvalidConfig)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(2);
  }
}
