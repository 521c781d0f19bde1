import type { Readable } from 'node:stream';
import type { UserActor } from '@baton/domain/permissions/actor';
import { Injectable } from '@nestjs/common';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import { EventRecorder } from '../../platform/events/event-recorder.js';
import { AppError, notFound } from '../../platform/http/app-error.js';
import type { StoredFile } from '../../platform/storage/file-intake.js';
import { StoragePort } from '../../platform/storage/storage-port.js';
import { UserRepository } from './user.repository.js';

/** Pictures of people. Only the small WebP is kept, whatever was sent. */
@Injectable()
export class AvatarService {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly users: UserRepository,
    private readonly storage: StoragePort,
    private readonly events: EventRecorder,
  ) {}

  /** @throws AppError request.invalid {files}, file.type_not_allowed {detected} */
  set(actor: UserActor, file: StoredFile | undefined): Promise<void> {
    if (!file) throw new AppError('request.invalid', { files: ['must hold one picture'] });
    const { thumbnailKey, storageKey } = file;
    if (!thumbnailKey) throw new AppError('file.type_not_allowed', { detected: file.mediaType });
    return this.transaction.run(actor, async () => {
      await this.replace(actor, thumbnailKey);
      this.transaction.afterCommit(() => this.storage.delete(storageKey));
    });
  }

  remove(actor: UserActor): Promise<void> {
    return this.replace(actor, null);
  }

  /** @throws AppError resource.not_found */
  async open(actor: UserActor, userId: string): Promise<Readable> {
    const user = await this.transaction.run(actor, () => this.users.find(actor, userId));
    if (!user?.avatarKey) throw notFound();
    return this.storage.get(user.avatarKey);
  }

  private replace(actor: UserActor, avatarKey: string | null): Promise<void> {
    return this.transaction.run(actor, async () => {
      const user = await this.users.lock(actor, actor.userId);
      const before = user?.avatarKey;
      if (!user || avatarKey === before) return;
      await this.users.update(actor, user.id, { avatarKey });
      const data = { before: { avatar: Boolean(before) }, after: { avatar: Boolean(avatarKey) } };
      await this.events.record(actor, { type: 'user.profile_changed', subjectId: user.id, data });
      if (before) this.transaction.afterCommit(() => this.storage.delete(before));
    });
  }
}
