import type { UserActor } from '@baton/domain/permissions/actor';
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
}

const IN_FOLLOW_UP =
  'EXISTS (SELECT FROM tickets t WHERE t.tenant_id = m.tenant_id AND t.id = m.ticket_id AND t.follow_up_of_id = :ticketId)';

/** The only writer of messages. They are never changed. */
@Injectable()
export class MessageRepository {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly clock: Clock,
  ) {}

  async insert(
    actor: UserActor,
    ticketId: string,
    { html, text, internal, clientId }: NewMessage,
  ): Promise<MessageEntity> {
    const message: MessageEntity = {
      tenantId: actor.tenantId,
      id: newId(),
      ticketId,
      authorId: actor.userId,
      internal,
      bodyHtml: html,
      bodyText: text,
      clientId: clientId ?? null,
      createdAt: this.clock.now(),
      editedAt: null,
      redactedAt: null,
    };
    await this.rows.insert(message);
    return message;
  }

  /** What the actor already sent to the ticket under this client id; a follow-up may have received it. */
  byClientId(actor: UserActor, ticketId: string, clientId: string): Promise<MessageEntity | null> {
    return this.rows
      .createQueryBuilder('m')
      .where({ tenantId: actor.tenantId, authorId: actor.userId, clientId })
      .andWhere(`(m.ticket_id = :ticketId OR ${IN_FOLLOW_UP})`, { ticketId })
      .getOne();
  }

  isInternal(actor: UserActor, id: string): Promise<boolean> {
    return this.rows.existsBy({ tenantId: actor.tenantId, id, internal: true });
  }

  private get rows() {
    return this.transaction.manager.getRepository(MessageEntity);
  }
}
