/**
 * The limit of delivery: Socket.IO beside node:http, with the product's own settings of it. A socket names its rooms
 * itself. `POST /send` takes `{pushes: {rooms, event, payload}[], kept?: ticketId}` and hands each on; of a kept one it
 * first writes to the database what the product writes for a message, see `BareMessages`.
 * Started with the port, and a file `{tenantId, databaseUrl, one, other}`.
 */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from '../../support/workspace.mjs';
import { BareMessages } from './bare-messages.mjs';

const { Server } = createRequire(join(root, 'apps/api/package.json'))('socket.io');
const [port, file] = process.argv.slice(2);
const messages = await BareMessages.connect(JSON.parse(readFileSync(file, 'utf8')));

const server = createServer(async (request, response) => {
  if (request.url !== '/send') return response.writeHead(404).end();
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const { pushes, kept } = JSON.parse(Buffer.concat(chunks));
  if (kept) await messages.keep(kept);
  for (const { rooms, event, payload } of pushes) sockets.to(rooms).emit(event, payload);
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
