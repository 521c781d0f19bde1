import { UpdateMeDto } from '@baton/contracts/users/users.dto';
import type { UserActor } from '@baton/domain/permissions/actor';
import { Injectable } from '@nestjs/common';
import { isTimeZone } from '../../platform/clock/time-zone.js';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import { changesOf } from '../../platform/events/changes-of.js';
import { EventRecorder } from '../../platform/events/event-recorder.js';
import { AppError, notFound } from '../../platform/http/app-error.js';
import { UserRepository } from './user.repository.js';

/** What people change about themselves. */
@Injectable()
export class UserProfileService {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly users: UserRepository,
    private readonly events: EventRecorder,
  ) {}

  /** @throws AppError request.invalid {timeZone} */
  update(actor: UserActor, wanted: UpdateMeDto): Promise<void> {
    if (wanted.timeZone !== undefined && !isTimeZone(wanted.timeZone))
      throw new AppError('request.invalid', { timeZone: ['must be an IANA time zone such as Europe/Berlin'] });
    return this.transaction.run(actor, async () => {
      const user = await this.users.lock(actor, actor.userId);
      if (!user) throw notFound();
      const changes = changesOf<UpdateMeDto>(user as UpdateMeDto, wanted);
      if (!changes) return;
      await this.users.update(actor, user.id, changes.after);
      await this.events.record(actor, { type: 'user.profile_changed', subjectId: user.id, data: { ...changes } });
    });
  }
}
