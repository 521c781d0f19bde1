import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';

/** How long clients that keep connections open are given to hear that theirs ends. */
const NOTICE_MS = 500;
const LOOK_MS = 20;

/** Sockets wait for news in requests that do not end by themselves; their server ends them. */
const isSocket = ({ url }: IncomingMessage): boolean => url?.startsWith('/socket.io/') ?? false;

/**
 * Watches a server so that it can stop without cutting off a request. Closing alone would: a client may be sending
 * the next request on a connection at the very moment it is closed as idle.
 * @returns what takes the server out of service; it resolves when the last request has been answered
 */
export function retiring(server: Server): () => Promise<void> {
  const open = new Set<ServerResponse>();
  let isRetiring = false;
  const endConnection = (response: ServerResponse) => {
    if (!response.headersSent) response.setHeader('connection', 'close');
  };
  server.prependListener('request', (request: IncomingMessage, response: ServerResponse) => {
    if (isSocket(request)) return;
    open.add(response);
    response.once('close', () => open.delete(response));
    if (isRetiring) endConnection(response);
  });
  return async () => {
    if (!server.listening) return;
    isRetiring = true;
    for (const response of open) endConnection(response);
    await sleep(NOTICE_MS);
    // Right after a turn that has accepted everybody who knocked: whoever still queues is turned away.
    await nextTurn();
    server.close();
    while (open.size > 0) await sleep(LOOK_MS);
  };
}
