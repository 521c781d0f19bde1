import type { Actor } from '@baton/domain/permissions/actor';
import { Injectable } from '@nestjs/common';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import { MessageEntity } from './message.entity.js';

/** A message as other features may look at it. */
export type StoredMessage = Readonly<MessageEntity>;

/** Single messages. Whoever asks has checked that the reader may see their ticket. */
@Injectable()
export class MessageQueries {
  constructor(private readonly transaction: TenantTransaction) {}

  /** On this ticket; null when it is elsewhere, or nowhere. */
  find(actor: Actor, ticketId: string, id: string): Promise<StoredMessage | null> {
    return this.transaction.manager.getRepository(MessageEntity).findOneBy({ tenantId: actor.tenantId, ticketId, id });
  }
}
