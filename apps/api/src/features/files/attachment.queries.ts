import type { AttachmentResponse } from '@baton/contracts/files/files.response';
import type { Actor } from '@baton/domain/permissions/actor';
import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import { AttachmentEntity } from './attachment.entity.js';
import { presentAttachment } from './attachment.presenter.js';

/** A stored file and what carries it. */
export type StoredAttachment = Readonly<AttachmentEntity>;

/** Files of tickets and messages. Whoever asks has checked that the reader may see those. */
@Injectable()
export class AttachmentQueries {
  constructor(private readonly transaction: TenantTransaction) {}

  async ofDescription(actor: Actor, ticketId: string): Promise<AttachmentResponse[]> {
    const where = { tenantId: actor.tenantId, ticketId, messageId: IsNull() };
    return (await this.rows.find({ where, order: { id: 'ASC' } })).map(presentAttachment);
  }

  async ofMessages(actor: Actor, messageIds: readonly string[]): Promise<Map<string, AttachmentResponse[]>> {
    if (messageIds.length === 0) return new Map();
    const where = { tenantId: actor.tenantId, messageId: In([...messageIds]) };
    const byMessage = new Map<string, AttachmentResponse[]>(messageIds.map((id) => [id, []]));
    for (const row of await this.rows.find({ where, order: { id: 'ASC' } }))
      byMessage.get(row.messageId ?? '')?.push(presentAttachment(row));
    return byMessage;
  }

  find(actor: Actor, id: string): Promise<StoredAttachment | null> {
    return this.rows.findOneBy({ tenantId: actor.tenantId, id });
  }

  private get rows() {
    return this.transaction.manager.getRepository(AttachmentEntity);
  }
}
