import type { Duplex } from 'node:stream';
import type { INestApplicationContext } from '@nestjs/common';
import { IoAdapter } from '@nestjs/platform-socket.io';
import { createAdapter } from '@socket.io/postgres-adapter';
import pg from 'pg';
import type { ServerOptions } from 'socket.io';
import type { Config } from '../../config/config.js';
import { isOwnOrigin } from '../access/own-origin.js';
import type { Log } from '../log/log.token.js';
import type { BatonServer } from './realtime.js';

/** Bytes of one client message. */
const MAX_MESSAGE = 16 * 1024;
/** How long clients may take to say goodbye when the process stops. */
const GOODBYE_MS = 1000;

/**
 * The Socket.IO server beside the HTTP one: same origin only, small messages, dead clients noticed within
 * ten seconds. Separate web and worker processes share rooms through the database.
 */
export class SocketAdapter extends IoAdapter {
  private readonly connections = new Set<Duplex>();
  private pool: pg.Pool | undefined;

  constructor(
    app: INestApplicationContext,
    private readonly config: Config,
    private readonly log: Log,
  ) {
    super(app);
  }

  override createIOServer(port: number, options?: ServerOptions): BatonServer {
    const server: BatonServer = super.createIOServer(port, {
      ...(options as ServerOptions),
      serveClient: false,
      maxHttpBufferSize: MAX_MESSAGE,
      pingInterval: 5000,
      pingTimeout: 4000,
      connectTimeout: 10_000,
      allowRequest: (request, decide) => decide(null, isOwnOrigin(request.headers)),
    });
    this.httpServer.on('upgrade', (_request: unknown, connection: Duplex) => {
      this.connections.add(connection);
      connection.once('close', () => this.connections.delete(connection));
    });
    if (this.config.ROLE !== 'all') server.adapter(this.sharedAdapter());
    return server;
  }

  /** A client that vanished never answers the goodbye, and would hold up the process for half a minute. */
  override async close(server: BatonServer): Promise<void> {
    const cut = setTimeout(() => {
      for (const connection of this.connections) connection.destroy();
    }, GOODBYE_MS);
    await super.close(server);
    clearTimeout(cut);
  }

  override async dispose(): Promise<void> {
    await super.dispose();
    await this.pool?.end();
  }

  private sharedAdapter(): ReturnType<typeof createAdapter> {
    this.pool = new pg.Pool({ connectionString: this.config.DATABASE_URL, max: 2, application_name: 'baton sockets' });
    this.pool.on('error', (error) => this.log.warn({ err: error }, 'the socket relay lost its connection'));
    return createAdapter(this.pool, { tableName: 'socket_attachments' });
  }
}
