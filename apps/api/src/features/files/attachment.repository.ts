import { LIMITS } from '@baton/contracts/http/limits';
import type { Actor, UserActor } from '@baton/domain/permissions/actor';
import { Injectable } from '@nestjs/common';
import { In, IsNull, LessThan } from 'typeorm';
import { Clock } from '../../platform/clock/clock.js';
import { newId } from '../../platform/database/new-id.js';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import { AppError, notFound } from '../../platform/http/app-error.js';
import type { StoredFile } from '../../platform/storage/file-intake.js';
import { AttachmentEntity } from './attachment.entity.js';

/** What carries files: a ticket's description (`messageId` null) or a message. */
export interface Carrier {
  ticketId: string;
  messageId: string | null;
}

const NOBODY = { ticketId: null, messageId: null };

/** The only writer of attachments. */
@Injectable()
export class AttachmentRepository {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly clock: Clock,
  ) {}

  /** Files that wait for their ticket or message. */
  insertUnused(actor: UserActor, files: readonly StoredFile[]): Promise<AttachmentEntity[]> {
    return this.insert(actor, NOBODY, files);
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
  ): Promise<AttachmentEntity[]> {
    const max = LIMITS.filesPerMessage;
    if (uploadedIds.length + files.length > max) throw new AppError('file.too_many', { max });
    if (uploadedIds.length > 0) {
      const unused = {
        tenantId: actor.tenantId,
        id: In([...uploadedIds]),
        uploaderId: actor.userId,
        ticketId: IsNull(),
      };
      const { affected } = await this.rows.update(unused, { ...carrier });
      if (affected !== uploadedIds.length) throw notFound();
    }
    const inserted = await this.insert(actor, carrier, files);
    const claimed = await this.rows.findBy({ tenantId: actor.tenantId, id: In([...uploadedIds]) });
    return [...claimed, ...inserted];
  }

  /** @returns the removed row; null when it is not an unused file of the actor */
  async removeUnused(actor: UserActor, id: string): Promise<AttachmentEntity | null> {
    const where = { tenantId: actor.tenantId, id, uploaderId: actor.userId, ticketId: IsNull() };
    const attachment = await this.rows.findOne({ where, lock: { mode: 'pessimistic_write' } });
    if (attachment) await this.rows.delete({ tenantId: actor.tenantId, id });
    return attachment;
  }

  /** Removes up to 100 files nobody used since `before`. */
  async removeAbandoned(actor: Actor, before: Date): Promise<AttachmentEntity[]> {
    const where = { tenantId: actor.tenantId, ticketId: IsNull(), createdAt: LessThan(before) };
    const lock = { mode: 'pessimistic_write', onLocked: 'skip_locked' } as const;
    const abandoned = await this.rows.find({ where, take: 100, lock });
    if (abandoned.length > 0)
      await this.rows.delete({ tenantId: actor.tenantId, id: In(abandoned.map(({ id }) => id)) });
    return abandoned;
  }

  private async insert(
    actor: UserActor,
    carrier: { ticketId: string | null; messageId: string | null },
    files: readonly StoredFile[],
  ): Promise<AttachmentEntity[]> {
    const createdAt = this.clock.now();
    const rows = files.map((file) => ({
      tenantId: actor.tenantId,
      id: newId(),
      uploaderId: actor.userId,
      ...carrier,
      ...file,
      createdAt,
    }));
    if (rows.length > 0) await this.rows.insert(rows);
    return rows;
  }

  private get rows() {
    return this.transaction.manager.getRepository(AttachmentEntity);
  }
}
