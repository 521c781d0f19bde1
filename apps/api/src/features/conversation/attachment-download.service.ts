import type { Readable } from 'node:stream';
import type { UserActor } from '@baton/domain/permissions/actor';
import { Injectable } from '@nestjs/common';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import { notFound } from '../../platform/http/app-error.js';
import { StoragePort } from '../../platform/storage/storage-port.js';
import { AttachmentQueries, type StoredAttachment } from '../files/attachment.queries.js';
import { TicketAccess } from '../tickets/ticket-access.service.js';
import { TicketMergesQueries } from '../tickets/ticket-merges.queries.js';
import { MessageRepository } from './message.repository.js';

export interface Download {
  name: string;
  mediaType: string;
  content: Readable;
}

/** The bytes of a file, for those who may read the ticket and, if it hangs on a note, notes. Checked each time. */
@Injectable()
export class AttachmentDownloadService {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly attachments: AttachmentQueries,
    private readonly access: TicketAccess,
    private readonly messages: MessageRepository,
    private readonly merges: TicketMergesQueries,
    private readonly storage: StoragePort,
  ) {}

  async open(actor: UserActor, id: string, wantsThumbnail: boolean): Promise<Download> {
    const attachment = await this.transaction.run(actor, () => this.readable(actor, id));
    if (wantsThumbnail && attachment.thumbnailKey) {
      const content = await this.storage.get(attachment.thumbnailKey);
      return { name: `${attachment.name}.webp`, mediaType: 'image/webp', content };
    }
    const { name, mediaType, storageKey } = attachment;
    return { name, mediaType, content: await this.storage.get(storageKey) };
  }

  /** @throws resource.not_found */
  private async readable(actor: UserActor, id: string): Promise<StoredAttachment> {
    const attachment = await this.attachments.find(actor, id);
    if (!attachment) throw notFound();
    if (attachment.ticketId === null) {
      if (attachment.uploaderId !== actor.userId) throw notFound();
      return attachment;
    }
    if (attachment.messageId === null && (await this.showsRequestOf(actor, attachment.ticketId))) return attachment;
    const { worksOnIt } = await this.access.view(actor, attachment.ticketId);
    const isNote = attachment.messageId !== null && (await this.messages.isInternal(actor, attachment.messageId));
    if (isNote && !worksOnIt) throw notFound();
    return attachment;
  }

  /** What a merged ticket asked is read where its conversation goes on. */
  private async showsRequestOf(actor: UserActor, ticketId: string): Promise<boolean> {
    const end = (await this.merges.chain(actor, ticketId)).at(-1);
    return end !== undefined && (await this.merges.named(actor, [end])).has(end);
  }
}
