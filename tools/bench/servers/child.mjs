import { fork } from 'node:child_process';
import { once } from 'node:events';
import { openSync } from 'node:fs';
import { createServer } from 'node:net';

/** A Node process that is told things and answers them, one at a time. Its own output goes to a file. */
export async function startChild(file, { args = [], env = process.env, execArgv = [], logFile, isReady } = {}) {
  const log = logFile ? openSync(logFile, 'a') : 'ignore';
  const child = fork(file, args, { env, execArgv, stdio: ['ignore', log, logFile ? log : 'inherit', 'ipc'] });
  const died = once(child, 'exit').then(([code]) => {
    throw new Error(`${file} ended with ${code}${logFile ? `; see ${logFile}` : ''}`);
  });
  died.catch(() => undefined);
  if (isReady) await Promise.race([isReady(child), died]);
  return {
    pid: child.pid,
    ask: (message) => {
      child.send(message);
      return Promise.race([once(child, 'message').then(([answer]) => answer), died]);
    },
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

export const saysReady = (child) => once(child, 'message');

export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
