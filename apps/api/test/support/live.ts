import type { ClientEvents, JoinAck, ServerEvents } from '@baton/contracts/realtime/events';
import { io, type ManagerOptions, type Socket, type SocketOptions } from 'socket.io-client';

type Heard = { [E in keyof ServerEvents]: { name: E; data: Parameters<ServerEvents[E]>[0] } }[keyof ServerEvents];

/** A live connection that remembers everything it heard. */
export class Live {
  readonly heard: Heard[] = [];
  ended: string | null = null;

  private constructor(readonly socket: Socket<ServerEvents, ClientEvents>) {
    socket.onAny((name, data) => this.heard.push({ name, data } as Heard));
    socket.on('disconnect', (reason) => {
      this.ended = reason;
    });
  }

  /** @throws the handshake's refusal */
  static async connect(
    url: string,
    token: unknown,
    options: Partial<ManagerOptions & SocketOptions> = {},
  ): Promise<Live> {
    const socket: Socket<ServerEvents, ClientEvents> = io(url, {
      auth: { token },
      forceNew: true,
      reconnection: false,
      transports: ['websocket'],
      ...options,
    });
    const live = new Live(socket);
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', () => resolve());
      socket.once('connect_error', (error) => {
        socket.close();
        reject(error);
      });
    });
    return live;
  }

  join(ticketId: unknown): Promise<JoinAck> {
    return this.socket.timeout(5000).emitWithAck('ticket.join', { ticketId } as { ticketId: string });
  }

  of<E extends keyof ServerEvents>(name: E): Parameters<ServerEvents[E]>[0][] {
    return this.heard.filter((each) => each.name === name).map(({ data }) => data as Parameters<ServerEvents[E]>[0]);
  }

  close(): void {
    this.socket.close();
  }
}

/** Waits until something holds. @throws when it does not within the time */
export async function until(holds: () => boolean | Promise<boolean>, milliseconds = 5000): Promise<void> {
  const deadline = Date.now() + milliseconds;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error('It did not happen in time');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** Long enough for anything that was sent to arrive. */
export const quiet = (milliseconds = 250): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
