import { conversationEndpoints } from '@baton/contracts/conversation/conversation.endpoints';
import type { TimelineEntryResponse } from '@baton/contracts/conversation/conversation.response';
import type { ClientEvents, ServerEvents } from '@baton/contracts/realtime/events';
import { type LoadedTimeline, lastSeqOf, placeOf, withNewer } from '@baton/domain/conversation/loaded-timeline';
import { io, type Manager, type Socket } from 'socket.io-client';
import type { Client } from '../support/client.js';

/** Socket.IO's numbers of the packets that carry events and acknowledgements. */
const LOSSY_PACKETS = new Set([2, 3]);
/** The first one; each further one is twice as patient, or a slow server would drown in what it was asked again. */
const JOIN_TIMEOUT_MS = 400;

/** Where a manager takes packets from the wire. Lost there, they are lost as the network would lose them. */
interface Wire {
  ondecoded(packet: { type: number }): void;
}

/**
 * A browser with a ticket open, on a bad network: some frames from the server never reach it. It follows the timeline
 * by the domain's rule, as the web app does, and remembers everything that would have looked wrong on the screen.
 */
export class ChaosClient {
  readonly faults: string[] = [];
  readonly ticketId: string;
  held: LoadedTimeline<TimelineEntryResponse> = { items: [], hasOlder: false };
  connectedAt = 0;

  private readonly socket: Socket<ServerEvents, ClientEvents>;
  private pulling: Promise<void> | null = null;

  constructor(
    private readonly client: Client,
    ticketId: string,
    lossRate: number,
    random: () => number,
  ) {
    this.ticketId = ticketId;
    this.socket = io(client.baseUrl, {
      auth: { token: client.token },
      forceNew: true,
      autoConnect: false,
      transports: ['websocket'],
      reconnectionDelay: 200,
      reconnectionDelayMax: 1000,
    });
    this.loseFrames(this.socket.io, () => random() < lossRate);
    this.socket.on('connect', () => {
      this.connectedAt = Date.now();
      void this.join();
    });
    this.socket.on('timeline.appended', ({ ticketId: of, entry }) => of === ticketId && this.append(entry));
  }

  connect(): void {
    this.socket.connect();
  }

  /** The network is gone for a moment; the client comes back by itself. */
  drop(): void {
    this.socket.io.engine?.close();
  }

  /** As after the last sign-out: nothing follows. */
  close(): void {
    this.socket.close();
  }

  get isConnected(): boolean {
    return this.socket.connected;
  }

  private loseFrames(manager: Manager, isLost: () => boolean): void {
    const wire = manager as unknown as Wire;
    const deliver = wire.ondecoded;
    wire.ondecoded = function (packet) {
      if (!LOSSY_PACKETS.has(packet.type) || !isLost()) deliver.call(this, packet);
    };
  }

  /** An acknowledgement that does not come is asked for again, as long as the connection lives. */
  private async join(): Promise<void> {
    for (let patience = JOIN_TIMEOUT_MS; this.socket.connected; patience *= 2) {
      const { ticketId } = this;
      const answer = await this.socket
        .timeout(patience)
        .emitWithAck('ticket.join', { ticketId })
        .catch(() => null);
      if (!answer) continue;
      if (!answer.ok) this.faults.push(`join refused: ${answer.code}`);
      else if (answer.seq > lastSeqOf(this.held)) await this.pull();
      return;
    }
  }

  private append(entry: TimelineEntryResponse): void {
    const place = placeOf(this.held, entry);
    if (place === 'next') this.show([entry]);
    if (place === 'hole') void this.pull();
  }

  /** Everything after what is held; one at a time, and again when something came in between. */
  private pull(): Promise<void> {
    this.pulling ??= this.pullAll()
      // The server is down: the next connection pulls again.
      .catch(() => undefined)
      .finally(() => {
        this.pulling = null;
      });
    return this.pulling;
  }

  private async pullAll(): Promise<void> {
    for (let hasMore = true; hasMore; ) {
      const after = lastSeqOf(this.held);
      const { status, body } = await this.client.call(conversationEndpoints.timeline, {
        params: { id: this.ticketId },
        query: { after, limit: 100 },
      });
      if (status !== 200) return;
      this.show(body.items);
      hasMore = body.hasMore;
    }
  }

  /** What is on the screen stays as it is; new entries go below it, one after another. */
  private show(newer: readonly TimelineEntryResponse[]): void {
    const before = this.held.items;
    this.held = withNewer(this.held, newer);
    const { items } = this.held;
    const isKept = before.every(({ id }, index) => items[index]?.id === id);
    const isOrdered = items
      .slice(Math.max(0, before.length - 1))
      .every(({ seq }, i, all) => seq === (all[0]?.seq ?? 0) + i);
    if (!isKept || !isOrdered) this.faults.push(`shown twice, moved or out of order at ${newer[0]?.seq}`);
    const behind = newer.filter((entry) => entry.seq > lastSeqOf(this.held));
    if (behind.length > 0) this.faults.push(`not shown: ${behind[0]?.seq}`);
  }
}
