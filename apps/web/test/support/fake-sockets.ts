import { Server } from 'socket.io';
import { server } from './fake-server';

/**
 * Live connections of the fake server. By polling: what this environment takes for the server's WebSocket is a
 * browser's. They end with the server.
 */
export const fakeSockets = new Server(server, { cors: { origin: true }, serveClient: false, transports: ['polling'] });
