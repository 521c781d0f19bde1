import type { Actor, UserActor } from '@baton/domain/permissions/actor';
import { parseTicketNumber } from '@baton/domain/tickets/ticket-number';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { newId } from '../../platform/database/new-id.js';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import { MessageEntity } from './message.entity.js';

interface NewMessage {
  html: string;
  text: string;
  internal: boolean;
  clientId?: string;
  /** Where it was written to, when that ticket goes on in this one. */
  originTicketId?: string;
}

const WRITTEN_TO = 'coalesce(m.origin_ticket_id, m.ticket_id)';
const TICKET_OF_NUMBER = '(SELECT n.id FROM tickets n WHERE n.tenant_id = $1 AND n.number = $4)';
const inFollowUpOf = (ticketId: string): string => `EXISTS (SELECT FROM tickets t
  WHERE t.tenant_id = m.tenant_id AND t.id = ${WRITTEN_TO} AND t.follow_up_of_id = ${ticketId})`;

const MOVE = `
WITH moved AS (
  UPDATE messages SET ticket_id = $3, origin_ticket_id = nullif(coalesce(origin_ticket_id, ticket_id), $3)
  WHERE tenant_id = $1 AND ticket_id = $2 AND ($4::uuid[] IS NULL OR coalesce(origin_ticket_id, ticket_id) = ANY($4))
  RETURNING id
)
SELECT id FROM moved`;

/** The only writer of messages. */
@Injectable()
export class MessageRepository {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly clock: Clock,
  ) {}

  async insert(
    actor: UserActor,
    ticketId: string,
    { html, text, internal, clientId, originTicketId }: NewMessage,
  ): Promise<MessageEntity> {
    const message: MessageEntity = {
      tenantId: actor.tenantId,
      id: newId(),
      ticketId,
      originTicketId: originTicketId ?? null,
      authorId: actor.userId,
      internal,
      bodyHtml: html,
      bodyText: text,
      clientId: clientId ?? null,
      createdAt: this.clock.now(),
      editedAt: null,
      redactedAt: null,
    };
    this.transaction.insert(MessageEntity, message);
    return message;
  }

  /** Its author said it better. */
  async replace({ tenantId, id }: MessageEntity, { html, text }: { html: string; text: string }): Promise<void> {
    await this.rows.update({ tenantId, id }, { bodyHtml: html, bodyText: text, editedAt: this.clock.now() });
  }

  /** Only that there was a message remains. */
  async empty({ tenantId, id }: MessageEntity): Promise<void> {
    await this.rows.update({ tenantId, id }, { bodyHtml: '', bodyText: '', redactedAt: this.clock.now() });
  }

  /** What the actor already sent to the ticket under this client id; a merge or a follow-up may have it now. */
  async byClientId(actor: UserActor, ref: string, clientId: string): Promise<MessageEntity | null> {
    const number = parseTicketNumber(ref)?.number;
    const ticketId = number === undefined ? '$4::uuid' : TICKET_OF_NUMBER;
    const [message] = await this.transaction.query<MessageEntity>(
      `SELECT ${this.transaction.columns(MessageEntity, 'm')} FROM messages m
       WHERE m.tenant_id = $1 AND m.author_id = $2 AND m.client_id = $3 AND (${WRITTEN_TO} = ${ticketId} OR ${inFollowUpOf(ticketId)})`,
      [actor.tenantId, actor.userId, clientId, number ?? ref],
    );
    return message ?? null;
  }

  /**
   * Takes the messages written to any of `origins` from one ticket to another, and leaves each knowing where it was
   * written to. @param origins null: every message @returns their ids
   */
  async move(actor: Actor, fromId: string, toId: string, origins: readonly string[] | null): Promise<string[]> {
    const rows = await this.transaction.query<{ id: string }>(MOVE, [actor.tenantId, fromId, toId, origins]);
    return rows.map(({ id }) => id);
  }

  isInternal(actor: UserActor, id: string): Promise<boolean> {
    return this.rows.existsBy({ tenantId: actor.tenantId, id, internal: true });
  }

  private get rows() {
    return this.transaction.manager.getRepository(MessageEntity);
  }
}
