import type { AttachmentListResponse } from '@baton/contracts/files/files.response';
import { LIMITS } from '@baton/contracts/http/limits';
import { type Actor, systemActor, type UserActor } from '@baton/domain/permissions/actor';
import type { TenantId } from '@baton/domain/shared/brand';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import { AppError, notFound } from '../../platform/http/app-error.js';
import { FileIntake, type StoredFile } from '../../platform/storage/file-intake.js';
import type { AttachmentEntity } from './attachment.entity.js';
import { presentAttachment } from './attachment.presenter.js';
import { AttachmentRepository, type Carrier } from './attachment.repository.js';

/** How long an uploaded file waits for its ticket or message. */
const UNUSED_HOURS = 24;

/** Files uploaded ahead of what will carry them, and their way onto it. */
@Injectable()
export class UploadsService {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly repository: AttachmentRepository,
    private readonly intake: FileIntake,
    private readonly clock: Clock,
  ) {}

  upload(actor: UserActor, files: readonly StoredFile[]): Promise<AttachmentListResponse> {
    if (files.length === 0) throw new AppError('request.invalid', { files: ['must hold at least one file'] });
    return this.transaction.run(actor, async () => {
      const attachments = await this.repository.insertUnused(actor, files);
      return { items: attachments.map(presentAttachment) };
    });
  }

  /**
   * Gives a new carrier its files: those uploaded ahead by the same person, and those that came along.
   * @throws file.too_many; resource.not_found when an id is not an unused file of the actor
   */
  async attach(
    actor: UserActor,
    carrier: Carrier,
    uploadedIds: readonly string[],
    files: readonly StoredFile[],
  ): Promise<void> {
    const max = LIMITS.filesPerMessage;
    if (uploadedIds.length + files.length > max) throw new AppError('file.too_many', { max });
    const isComplete = (await this.repository.claim(actor, carrier, uploadedIds)) === uploadedIds.length;
    if (!isComplete) throw notFound();
    await this.repository.insertCarried(actor, carrier, files);
  }

  /** The files of messages go where the messages go, within the open transaction. */
  followMessages(actor: Actor, messageIds: readonly string[], ticketId: string): Promise<void> {
    return this.repository.moveWithMessages(actor, messageIds, ticketId);
  }

  /** The files of a message on another carrier as well, within the open transaction; the bytes are the same ones. */
  copyOf(actor: Actor, messageId: string, carrier: Carrier): Promise<void> {
    return this.repository.copyOfMessage(actor, messageId, carrier);
  }

  discard(actor: UserActor, id: string): Promise<void> {
    return this.transaction.run(actor, async () => {
      const attachment = await this.repository.removeUnused(actor, id);
      if (!attachment) throw notFound();
      this.deleteBytes([attachment]);
    });
  }

  /** The files of a message, rows and bytes, within the open transaction. */
  async removeOf(actor: Actor, messageId: string): Promise<void> {
    this.deleteBytes(await this.repository.removeOfMessage(actor, messageId));
  }

  /** One batch of files nobody used. @returns how many there were */
  sweep(tenantId: TenantId): Promise<number> {
    const actor = systemActor(tenantId);
    const before = new Date(this.clock.now().getTime() - UNUSED_HOURS * 3_600_000);
    return this.transaction.run(actor, async () => {
      const abandoned = await this.repository.removeAbandoned(actor, before);
      this.deleteBytes(abandoned);
      return abandoned.length;
    });
  }

  /** After the commit: bytes without a row are waste, a row without bytes would be a loss. */
  private deleteBytes(attachments: AttachmentEntity[]): void {
    for (const attachment of attachments) this.transaction.afterCommit(() => this.intake.discard(attachment));
  }
}
