import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { clusterHome, openCluster } from '../../src/platform/embedded-postgres/cluster.js';
import { runningPostmaster } from '../../src/platform/embedded-postgres/leftover.js';

const run = promisify(execFile);
const dist = resolve(__dirname, '../../dist');

export interface Outcome {
  code: number | null;
  ms: number;
}

/** The built product as an operator runs it: a process of its own, with an embedded database in `dataDir`. */
export class RunningBaton {
  private constructor(
    private readonly child: ChildProcess,
    private readonly env: NodeJS.ProcessEnv,
    readonly url: string,
  ) {}

  /** @param settings beside the usual ones: a port to come back to, a database to share */
  static async start(dataDir: string, settings: NodeJS.ProcessEnv = {}): Promise<RunningBaton> {
    const port = settings.PORT ?? String(await freePort());
    const { PATH } = process.env;
    const env = { PATH, NODE_ENV: 'test', DATA_DIR: dataDir, DEMO: 'off', LOG_LEVEL: 'error', ...settings, PORT: port };
    const child = spawn(process.execPath, [join(dist, 'main.js')], { env, stdio: ['ignore', 'pipe', 'inherit'] });
    await new Promise<void>((ready, fail) => {
      child.stdout.on('data', (text) => String(text).includes('is running at') && ready());
      child.once('exit', (code) => fail(new Error(`Baton ended with ${code} before it was ready`)));
    });
    return new RunningBaton(child, env, `http://127.0.0.1:${port}`);
  }

  /** An operator command beside the running process. */
  async operate(args: string[], env: NodeJS.ProcessEnv = {}): Promise<void> {
    await run(process.execPath, [join(dist, 'cli.js'), ...args], { env: { ...this.env, ...env } });
  }

  async terminate(): Promise<Outcome> {
    const began = Date.now();
    this.child.kill('SIGTERM');
    const [code] = await once(this.child, 'exit');
    return { code, ms: Date.now() - began };
  }

  /** As when the process crashes; a database that is not its own goes on. */
  async kill(): Promise<void> {
    this.child.kill('SIGKILL');
    if (this.child.exitCode === null && this.child.signalCode === null) await once(this.child, 'exit');
  }

  /** As when the machine loses power: neither the process nor its database can do anything any more. */
  async killEverything(): Promise<void> {
    const postmaster = this.postmaster();
    if (postmaster) process.kill(postmaster, 'SIGKILL');
    await this.kill();
  }

  /** The process number of the database server, while it runs. */
  postmaster(): number | undefined {
    return runningPostmaster(openCluster(clusterHome(join(this.env.DATA_DIR as string, 'postgres'))));
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
