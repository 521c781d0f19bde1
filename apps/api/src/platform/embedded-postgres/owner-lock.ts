import { createHash } from 'node:crypto';
import { unlinkSync } from 'node:fs';
import { createConnection, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The longest path every supported system accepts for a socket. */
const maxSocketPath = 100;

/**
 * Makes sure that one process at a time owns a data folder.
 * A listening socket is the lock: unlike a file with a process number, it ends with its process, however that dies.
 * @throws when another live process owns the folder.
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const path = socketPath(folder);
  if (await answers(path)) {
    throw new Error(`Baton is already running on the data folder ${folder}. Stop it first, or set another DATA_DIR.`);
  }
  if (process.platform !== 'win32') removeSocket(path);
  const server = await listen(path);
  server.unref();
  return () => new Promise((resolve) => server.close(() => resolve()));
}

function socketPath(folder: string): string {
  const name = `baton-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`;
  if (process.platform === 'win32') return `\\\\.\\pipe\\${name}`;
  const inside = join(folder, 'owner.sock');
  return Buffer.byteLength(inside) <= maxSocketPath ? inside : join(tmpdir(), `${name}.sock`);
}

/**
 * Removes what a killed process left. Not with `rmSync`, which looks at the socket first: Node's module loader then
 * takes the folders of the next package it resolves for sockets too, and does not follow their links.
 */
function removeSocket(path: string): void {
  try {
    unlinkSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}

function answers(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection(path);
    socket.once('connect', () => resolve(true));
    socket.once('connect', () => socket.destroy());
    // No file or nobody listening: free. Anything else, such as another user's socket: taken.
    socket.once('error', (error: NodeJS.ErrnoException) =>
      resolve(!['ENOENT', 'ECONNREFUSED'].includes(error.code ?? '')),
    );
  });
}

function listen(path: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', reject);
    server.listen(path, () => resolve(server));
  });
}
