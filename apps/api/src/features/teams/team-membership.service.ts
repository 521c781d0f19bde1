import type { Actor } from '@baton/domain/permissions/actor';
import { Injectable } from '@nestjs/common';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import { changesOf } from '../../platform/events/changes-of.js';
import { EventRecorder } from '../../platform/events/event-recorder.js';
import { notFound } from '../../platform/http/app-error.js';
import { TeamRepository } from './team.repository.js';

/** Teams seen from one person's side. */
@Injectable()
export class TeamMembershipService {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly teams: TeamRepository,
    private readonly events: EventRecorder,
  ) {}

  /** Makes these the person's teams. Whether they may be in a team at all is the caller's to know. @throws AppError resource.not_found */
  setTeamsOf(actor: Actor, userId: string, teamIds: readonly string[]): Promise<void> {
    return this.transaction.run(actor, async () => {
      const wanted = await this.teams.existing(actor, teamIds);
      if (wanted.length !== teamIds.length) throw notFound();
      const current = await this.teams.teamIdsOf(actor, userId);
      const changes = changesOf({ teamIds: current }, { teamIds: wanted });
      if (!changes) return;
      const removed = current.filter((id) => !wanted.includes(id));
      await this.teams.remove(actor, removed, [userId]);
      await this.teams.add(actor, wanted, [userId]);
      await this.events.record(actor, { type: 'user.teams_changed', subjectId: userId, data: { ...changes } });
    });
  }
}
