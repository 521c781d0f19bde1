import { createServer } from 'node:net';

/** The wanted port when nobody listens there, else a free one. */
export async function freePort(wanted = 0): Promise<number> {
  return (
    (await listenOnce(wanted)) ?? (await listenOnce(0)) ?? Promise.reject(new Error('This machine has no free port.'))
  );
}

function listenOnce(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' ? address?.port : undefined));
    });
  });
}
