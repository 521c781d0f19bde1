import { UpdateUserDto } from '@baton/contracts/users/users.dto';
import type { Actor } from '@baton/domain/permissions/actor';
import { type Role, roleMay } from '@baton/domain/permissions/roles';
import { Injectable } from '@nestjs/common';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import { changesOf } from '../../platform/events/changes-of.js';
import { EventRecorder } from '../../platform/events/event-recorder.js';
import { AppError, notFound } from '../../platform/http/app-error.js';
import { SessionEndingService } from '../auth/session-ending.service.js';
import { TeamMembershipService } from '../teams/team-membership.service.js';
import { WorkProfilesService } from '../work-profiles/work-profiles.service.js';
import { AdminGuardService } from './admin-guard.service.js';
import type { UserEntity } from './user.entity.js';
import { UserRepository } from './user.repository.js';

/** Teams hand out work, so they take only those who may do it. @throws AppError request.invalid */
export function requireTeamRole(role: Role, teamIds: readonly string[]): void {
  if (teamIds.length > 0 && !roleMay(role, 'ticket.claim'))
    throw new AppError('request.invalid', { teamIds: ['are for coordinators and admins'] });
}

type Work = Pick<UpdateUserDto, 'skills' | 'capacity' | 'workingHours'>;

const isWork = (wanted: Work): boolean => Object.values(wanted).some((each) => each !== undefined);

/** @throws AppError request.invalid, every field named */
function requireDesk(role: Role, wanted: Work): void {
  const fields = Object.entries(wanted).flatMap(([field, value]) => (value === undefined ? [] : [field]));
  if (fields.length > 0 && !roleMay(role, 'ticket.claim'))
    throw new AppError(
      'request.invalid',
      Object.fromEntries(fields.map((field) => [field, ['is for coordinators and admins']])),
    );
}

/** What admins change about people. */
@Injectable()
export class UserAdminService {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly users: UserRepository,
    private readonly guard: AdminGuardService,
    private readonly teams: TeamMembershipService,
    private readonly work: WorkProfilesService,
    private readonly sessions: SessionEndingService,
    private readonly events: EventRecorder,
  ) {}

  /** @throws AppError resource.not_found, account.self_change, account.last_admin, request.invalid by field */
  update(actor: Actor, userId: string, { name, role, teamIds, ...wanted }: UpdateUserDto): Promise<void> {
    return this.transaction.run(actor, async () => {
      // In the order in which whoever hands out work takes them.
      if (isWork(wanted)) await this.work.hold(actor, userId);
      const user = await this.lockFor(actor, userId, role);
      requireTeamRole(role ?? user.role, teamIds ?? []);
      requireDesk(role ?? user.role, wanted);
      if (role) await this.changeRole(actor, user, role);
      const renamed = changesOf({ name: user.name }, { name });
      if (renamed) {
        await this.users.update(actor, userId, renamed.after);
        await this.events.record(actor, { type: 'user.profile_changed', subjectId: userId, data: { ...renamed } });
      }
      const isOutOfTeams = role !== undefined && !roleMay(role, 'ticket.claim');
      if (teamIds || isOutOfTeams) await this.teams.setTeamsOf(actor, userId, isOutOfTeams ? [] : (teamIds ?? []));
      await this.changeWork(actor, userId, wanted);
    });
  }

  private async changeWork(actor: Actor, userId: string, { skills, capacity, workingHours }: Work): Promise<void> {
    if (isWork({ skills, capacity, workingHours }))
      await this.work.change(actor, userId, { skills, capacity, hours: workingHours }, 'workingHours');
  }

  /** Only who stops being an admin needs the stricter look. */
  private async lockFor(actor: Actor, userId: string, role: Role | undefined): Promise<UserEntity> {
    const user = await this.users.find(actor, userId);
    if (!user) throw notFound();
    if (role && role !== user.role) return this.guard.lockToChangeRights(actor, userId);
    return (await this.users.lock(actor, userId)) ?? user;
  }

  private async changeRole(actor: Actor, user: UserEntity, role: Role): Promise<void> {
    const changes = changesOf({ role: user.role }, { role });
    if (!changes) return;
    await this.users.update(actor, user.id, { role });
    await this.events.record(actor, { type: 'user.role_changed', subjectId: user.id, data: { ...changes } });
    this.sessions.rightsChanged(user.id);
  }
}
