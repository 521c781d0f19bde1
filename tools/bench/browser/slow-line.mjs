import { connect, createServer } from 'node:net';

/** Passes bytes on after a while, in order. */
function late(from, to, milliseconds) {
  from.on('data', (bytes) => setTimeout(() => to.writable && to.write(bytes), milliseconds));
  from.on('end', () => setTimeout(() => to.end(), milliseconds));
  from.on('error', () => to.destroy());
}

/**
 * A line to the server on which everything takes so long to go and come back: requests and live connections alike,
 * which a browser's own throttling leaves out.
 */
export async function slowLine(url, roundTripMs) {
  const { hostname, port } = new URL(url);
  const sockets = new Set();
  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.setNoDelay(true);
      socket.on('close', () => sockets.delete(socket));
    }
    late(near, far, roundTripMs / 2);
    late(far, near, roundTripMs / 2);
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
