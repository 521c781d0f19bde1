import type pg from 'pg';

/** pg's connection, as far as its own `Query` uses it; pg does not publish its shape. */
export interface Wire {
  parse(message: { text: string; name: string }): void;
  bind(message: { statement: string; values: string[] }): void;
  execute(message: { portal?: string }): void;
  sync(): void;
  describe(message: object): void;
  emit(event: 'readyForQuery' | 'errorMessage', message: object): void;
  _send(bytes: Uint8Array): void;
}

/** A statement that was sent, as far as its packet is concerned. */
export interface InPacket {
  /** Behind it comes a `Sync`, so PostgreSQL says itself that it is ready. */
  isLast: boolean;
}

/** How rows of a statement are read: what pg makes of a description. */
export type Shape = object;

/**
 * Statements of the same moment, on their way to one connection: they leave in one write and with one `Sync`, so
 * PostgreSQL wakes up once, and answers once when it has done all of them. How a named statement's rows look is asked
 * the first time only: PostgreSQL itself refuses to run it should that change.
 */
export class Packet {
  /** By the name of the statement. */
  readonly shapes = new Map<string, Shape>();
  /** Takes what is written, in place of pg's connection. */
  readonly wire: Wire;
  /** The same for statements whose description is known. */
  readonly undescribed: Wire;
  private readonly connection: Wire;
  private written: Uint8Array[] = [];
  private last: InPacket | undefined;
  private leftOut = 0;

  constructor(private readonly client: pg.PoolClient) {
    this.connection = (client as unknown as { connection: Wire }).connection;
    this.wire = Object.assign(Object.create(this.connection) as Wire, {
      _send: (bytes: Uint8Array) => void this.written.push(bytes),
    });
    this.undescribed = Object.assign(Object.create(this.wire) as Wire, { describe: () => undefined });
  }

  get isOpen(): boolean {
    return this.last !== undefined;
  }

  /** Sends a statement, with what else is sent before everybody who runs now has said what they want. */
  add(query: pg.Query & InPacket): void {
    if (!this.last) process.nextTick(() => this.close());
    this.last = query;
    this.client.query(query);
  }

  /** Tells the statement behind one that failed, and so on up to the last: however many, without calling each other. */
  leaveOutNext(error: Error, wire: Wire): void {
    this.leftOut += 1;
    if (this.leftOut > 1) return;
    for (; this.leftOut > 0; this.leftOut -= 1) {
      wire.emit('readyForQuery', { status: 'E' });
      wire.emit('errorMessage', error);
    }
  }

  /** What comes next is no part of it. */
  close(): void {
    if (!this.last) return;
    this.last.isLast = true;
    this.last = undefined;
    this.wire.sync();
    const bytes = Buffer.concat(this.written);
    this.written = [];
    this.connection._send(bytes);
  }
}
