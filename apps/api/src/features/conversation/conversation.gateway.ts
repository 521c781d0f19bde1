import type { Shape } from '@baton/contracts/http/endpoint';
import { parse } from '@baton/contracts/http/validate';
import type { ClientEvents, JoinAck } from '@baton/contracts/realtime/events';
import { TicketRoomDto, TypingDto } from '@baton/contracts/realtime/realtime.dto';
import { OnGatewayConnection, OnGatewayInit, WebSocketGateway } from '@nestjs/websockets';
import { Authenticator } from '../../platform/access/authenticator.js';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import { AppError } from '../../platform/http/app-error.js';
import { toAppError } from '../../platform/http/error.filter.js';
import { Log } from '../../platform/log/log.token.js';
import { MessageLimit } from '../../platform/realtime/message-limit.js';
import { type BatonServer, type BatonSocket, rooms } from '../../platform/realtime/realtime.js';
import { RealtimeHub } from '../../platform/realtime/realtime-hub.js';
import { TeamQueries } from '../teams/team.queries.js';
import { TicketAccess } from '../tickets/ticket-access.service.js';
import { PersonQueries } from '../users/person.queries.js';
import { DeskPresence } from '../work-profiles/desk-presence.service.js';
import { PresenceService } from './presence.service.js';

/** Live connections. A socket is its session: authenticated at the handshake, cut when the session ends. */
@WebSocketGateway()
export class ConversationGateway implements OnGatewayInit, OnGatewayConnection {
  private readonly turns = new WeakMap<BatonSocket, Promise<void>>();

  constructor(
    private readonly authenticator: Authenticator,
    private readonly hub: RealtimeHub,
    private readonly transaction: TenantTransaction,
    private readonly access: TicketAccess,
    private readonly teams: TeamQueries,
    private readonly persons: PersonQueries,
    private readonly presence: PresenceService,
    private readonly desk: DeskPresence,
    private readonly log: Log,
  ) {}

  afterInit(server: BatonServer): void {
    this.hub.attach(server);
    this.presence.attach(server);
    server.use((socket, next) => {
      this.admit(socket).then(
        () => next(),
        () => next(new Error('access.unauthenticated')),
      );
    });
  }

  handleConnection(socket: BatonSocket): void {
    const limit = new MessageLimit();
    socket.use((_packet, next) => (limit.take() ? next() : void socket.disconnect(true)));
    socket.on('disconnecting', () => this.presence.left(socket));
    const { actor } = socket.data;
    this.desk.arrived(actor);
    socket.on('disconnect', () => this.desk.left(actor));
    this.on(socket, 'ticket.join', TicketRoomDto, (room) => this.join(socket, room));
    this.on(socket, 'ticket.leave', TicketRoomDto, (room) => this.presence.leave(socket, room.ticketId));
    this.on(socket, 'ticket.typing', TypingDto, (typing) => this.presence.typing(socket, typing));
  }

  /** Who is this, and which rooms follow from that? @throws when the token is not good */
  private async admit(socket: BatonSocket): Promise<void> {
    const { token } = socket.handshake.auth as { token?: unknown };
    const actor = typeof token === 'string' ? await this.authenticator.actorOfToken(token) : null;
    if (!actor) throw new AppError('access.unauthenticated');
    const name = (await this.persons.byIds(actor, [actor.userId])).get(actor.userId)?.name ?? '';
    socket.data = { actor, name };
    const own = [rooms.user(actor.userId), rooms.session(actor.sessionId)];
    if (actor.permissions.has('ticket.readAll')) {
      const teamIds = await this.teams.ofUser(actor, actor.userId);
      own.push(rooms.desk(actor.tenantId), ...teamIds.map(rooms.team));
    }
    if (actor.permissions.has('registration.decide')) own.push(rooms.admins(actor.tenantId));
    await socket.join(own);
    // The session may have ended or changed while the rooms were looked up, when nobody could cut this socket yet.
    const now = await this.authenticator.actorOfToken(token as string);
    if (now?.role !== actor.role) throw new AppError('access.unauthenticated');
  }

  private async join(socket: BatonSocket, { ticketId }: TicketRoomDto): Promise<JoinAck> {
    const { actor } = socket.data;
    const view = () => this.transaction.read(actor, () => this.access.view(actor, ticketId));
    const { worksOnIt } = await view();
    await this.presence.join(socket, ticketId, worksOnIt ? 'internal' : 'public');
    // Read once more in the room: what is written from here on is heard, and what was written before is counted.
    const { ticket } = await view();
    return { ok: true, seq: worksOnIt ? ticket.lastSeq : ticket.lastPublicSeq };
  }

  /**
   * Checks a client's message against its class; a refusal goes back through the acknowledgement, if any. One message
   * of a connection at a time: leaving must not overtake the joining before it.
   */
  private on<D extends object>(
    socket: BatonSocket,
    event: keyof ClientEvents,
    shape: Shape<D>,
    handle: (message: D) => Promise<unknown>,
  ): void {
    const respond = async (message: unknown, acknowledge?: unknown): Promise<void> => {
      const answer = await this.answer(event, () => parse(shape, message).then(handle));
      if (typeof acknowledge === 'function') acknowledge(answer ?? { ok: true });
    };
    const inTurn = (...message: Parameters<typeof respond>): void => {
      const before = this.turns.get(socket) ?? Promise.resolve();
      this.turns.set(
        socket,
        before.then(() => respond(...message)),
      );
    };
    socket.on(event, inTurn as never);
  }

  private async answer(event: string, work: () => Promise<unknown>): Promise<unknown> {
    try {
      return await work();
    } catch (error) {
      const { code } = toAppError(error);
      if (code === 'server.internal') this.log.error({ err: error, event }, 'socket message failed');
      return { ok: false, code };
    }
  }
}
