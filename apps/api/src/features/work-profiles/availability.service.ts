import type { WorkProfileResponse } from '@baton/contracts/work-profiles/work-profiles.response';
import type { Availability } from '@baton/domain/assignment/facts';
import { type Actor, systemActor, type UserActor } from '@baton/domain/permissions/actor';
import type { TenantId } from '@baton/domain/shared/brand';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import { EventRecorder } from '../../platform/events/event-recorder.js';
import { notFound } from '../../platform/http/app-error.js';
import { type AvailabilityRow, WorkProfileRepository } from './work-profile.repository.js';
import { WorkProfilesService } from './work-profiles.service.js';

/** Who is there: chosen by hand, or seen by whether Baton is open. Away and offline by hand stand until chosen anew. */
@Injectable()
export class AvailabilityService {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly profiles: WorkProfileRepository,
    private readonly service: WorkProfilesService,
    private readonly events: EventRecorder,
    private readonly clock: Clock,
  ) {}

  choose(actor: UserActor, availability: Availability): Promise<WorkProfileResponse> {
    return this.transaction.run(actor, async () => {
      const before = await this.profiles.lockAvailability(actor, actor.userId);
      if (!before) throw notFound();
      await this.change(actor, actor.userId, before, { availability, source: 'manual' });
      return this.service.mine(actor);
    });
  }

  /** Somebody opened Baton. */
  arrive(actor: UserActor): Promise<void> {
    return this.transaction.run(actor, async () => {
      const before = await this.profiles.lockAvailability(actor, actor.userId);
      if (!before) return;
      await this.profiles.noteSeen(actor, [actor.userId]);
      if (before.source === 'presence')
        await this.change(actor, actor.userId, before, { availability: 'online', source: 'presence' });
    });
  }

  /** They have it open still, or had it just now. */
  noteSeen(tenantId: TenantId, userIds: readonly string[]): Promise<void> {
    return this.transaction.run({ tenantId }, () => this.profiles.noteSeen({ tenantId }, userIds));
  }

  /** Whoever was online and has had it open nowhere for a while is offline: also when the process they were on died. */
  seeOff(tenantId: TenantId): Promise<void> {
    const actor = systemActor(tenantId);
    return this.transaction.run(actor, async () => {
      for (const userId of await this.profiles.goOffline(actor)) this.tell(actor, userId, 'online', 'offline');
    });
  }

  private async change(actor: Actor, userId: string, before: AvailabilityRow, now: AvailabilityRow): Promise<void> {
    if (before.availability === now.availability && before.source === now.source) return;
    await this.profiles.setAvailability(actor, userId, now, this.clock.now());
    if (before.availability !== now.availability) this.tell(actor, userId, before.availability, now.availability);
  }

  private tell(actor: Actor, userId: string, from: Availability, to: Availability): void {
    this.events.record(actor, { type: 'availability.changed', subjectId: userId, data: { from, to } });
  }
}
