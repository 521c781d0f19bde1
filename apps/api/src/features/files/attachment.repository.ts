import type { Actor, UserActor } from '@baton/domain/permissions/actor';
import { Injectable } from '@nestjs/common';
import { In, IsNull, LessThan } from 'typeorm';
import { Clock } from '../../platform/clock/clock.js';
import { newId } from '../../platform/database/new-id.js';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
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

  /** Files that came together with what carries them. */
  insertCarried(actor: UserActor, carrier: Carrier, files: readonly StoredFile[]): Promise<AttachmentEntity[]> {
    return this.insert(actor, carrier, files);
  }

  /** The files of messages go where the messages go. */
  async moveWithMessages(actor: Actor, messageIds: readonly string[], ticketId: string): Promise<void> {
    if (messageIds.length === 0) return;
    await this.rows.update({ tenantId: actor.tenantId, messageId: In([...messageIds]) }, { ticketId });
  }

  /** The files of a message on another carrier as well; the bytes are the same ones. */
  async copyOfMessage(actor: Actor, messageId: string, carrier: Carrier): Promise<void> {
    const files = await this.rows.find({ where: { tenantId: actor.tenantId, messageId }, order: { id: 'ASC' } });
    if (files.length > 0) await this.rows.insert(files.map((file) => ({ ...file, ...carrier, id: newId() })));
  }

  /** @returns how many of these were unused files of the actor, and are carried now */
  async claim(actor: UserActor, carrier: Carrier, ids: readonly string[]): Promise<number> {
    if (ids.length === 0) return 0;
    const unused = { tenantId: actor.tenantId, id: In([...ids]), uploaderId: actor.userId, ticketId: IsNull() };
    const { affected } = await this.rows.update(unused, { ...carrier });
    return affected ?? 0;
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

  /** Takes a message's files away. @returns those whose bytes nothing else shows */
  async removeOfMessage(actor: Actor, messageId: string): Promise<AttachmentEntity[]> {
    const removed = await this.rows.findBy({ tenantId: actor.tenantId, messageId });
    if (removed.length === 0) return [];
    await this.rows.delete({ tenantId: actor.tenantId, messageId });
    const storageKey = In(removed.map((file) => file.storageKey));
    const shown = await this.rows.find({
      select: { storageKey: true },
      where: { tenantId: actor.tenantId, storageKey },
    });
    const kept = new Set(shown.map((file) => file.storageKey));
    return removed.filter((file) => !kept.has(file.storageKey));
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
