import type { AttachmentResponse } from '@baton/contracts/files/files.response';
import type { Actor } from '@baton/domain/permissions/actor';
import { Injectable } from '@nestjs/common';
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
    const rows = await this.select('ticket_id = $2 AND message_id IS NULL', actor, ticketId);
    return rows.map(presentAttachment);
  }

  ofDescriptions(actor: Actor, ticketIds: readonly string[]): Promise<Map<string, AttachmentResponse[]>> {
    return this.byCarrier('ticket_id = ANY($2) AND message_id IS NULL', actor, ticketIds, ({ ticketId }) => ticketId);
  }

  ofMessages(actor: Actor, messageIds: readonly string[]): Promise<Map<string, AttachmentResponse[]>> {
    return this.byCarrier('message_id = ANY($2)', actor, messageIds, ({ messageId }) => messageId);
  }

  find(actor: Actor, id: string): Promise<StoredAttachment | null> {
    return this.rows.findOneBy({ tenantId: actor.tenantId, id });
  }

  private async byCarrier(
    condition: string,
    actor: Actor,
    ids: readonly string[],
    carrierOf: (row: AttachmentEntity) => string | null,
  ): Promise<Map<string, AttachmentResponse[]>> {
    const files = new Map<string, AttachmentResponse[]>(ids.map((id) => [id, []]));
    if (ids.length === 0) return files;
    for (const row of await this.select(condition, actor, ids))
      files.get(carrierOf(row) ?? '')?.push(presentAttachment(row));
    return files;
  }

  private select(condition: string, actor: Actor, value: unknown): Promise<AttachmentEntity[]> {
    return this.transaction.query<AttachmentEntity>(
      `SELECT ${this.transaction.columns(AttachmentEntity, 'a')} FROM attachments a
       WHERE a.tenant_id = $1 AND ${condition} ORDER BY a.id`,
      [actor.tenantId, value],
    );
  }

  private get rows() {
    return this.transaction.manager.getRepository(AttachmentEntity);
  }
}
