/**
 * The limit of delivery: Socket.IO beside node:http, with the product's own settings of it and nothing else. A socket
 * names its rooms itself. `POST /send` takes `{rooms, event, payload}[]` and hands each on.
 * Started with the port.
 */
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from '../../support/workspace.mjs';

const { Server } = createRequire(join(root, 'apps/api/package.json'))('socket.io');
const [port] = process.argv.slice(2);

const server = createServer(async (request, response) => {
  if (request.url !== '/send') return response.writeHead(404).end();
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  for (const { rooms, event, payload } of JSON.parse(Buffer.concat(chunks))) sockets.to(rooms).emit(event, payload);
  response.writeHead(201).end();
});

const sockets = new Server(server, {
  serveClient: false,
  maxHttpBufferSize: 16_384,
  pingInterval: 5000,
  pingTimeout: 4000,
});
sockets.on('connection', (socket) => {
  socket.join(socket.handshake.auth.rooms);
  socket.on('ticket.join', (_room, acknowledge) => acknowledge({ ok: true }));
});
server.listen(Number(port), '127.0.0.1', () => process.send('ready'));
