import { UpdateWorkProfileDto } from '@baton/contracts/work-profiles/work-profiles.dto';
import type {
  WorkProfileListResponse,
  WorkProfileResponse,
} from '@baton/contracts/work-profiles/work-profiles.response';
import type { Actor, UserActor } from '@baton/domain/permissions/actor';
import { absenceProblems, hoursProblems } from '@baton/domain/work-profiles/working-time';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import { changesOf } from '../../platform/events/changes-of.js';
import { EventRecorder } from '../../platform/events/event-recorder.js';
import { AppError, notFound } from '../../platform/http/app-error.js';
import { SkillLevels } from '../skills/skill-levels.service.js';
import { WorkProfileQueries } from './work-profile.queries.js';
import { WorkProfileRepository } from './work-profile.repository.js';
import { presentWorkProfile } from './work-profiles.presenter.js';

/** Skills, capacity, hours and absences of the people on the desk. */
@Injectable()
export class WorkProfilesService {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly queries: WorkProfileQueries,
    private readonly profiles: WorkProfileRepository,
    private readonly skillLevels: SkillLevels,
    private readonly events: EventRecorder,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor): Promise<WorkProfileListResponse> {
    const profiles = await this.queries.list(actor);
    const now = this.clock.now();
    return { items: profiles.map((profile) => presentWorkProfile(profile, now)) };
  }

  mine(actor: UserActor): Promise<WorkProfileResponse> {
    return this.present(actor, actor.userId);
  }

  /** @throws resource.not_found for who is not on the desk and for unknown skills, request.invalid by field */
  update(actor: Actor, userId: string, wanted: UpdateWorkProfileDto): Promise<WorkProfileResponse> {
    return this.transaction.run(actor, async () => {
      await this.change(actor, userId, wanted);
      return this.present(actor, userId);
    });
  }

  /** Nobody else changes what somebody can do, or gives them anything, before the open transaction ends. */
  async hold(actor: Actor, userId: string): Promise<void> {
    await this.profiles.lockSettings(actor, userId);
  }

  /**
   * The same, also of those who do not work yet: invited ones get theirs before they come.
   * @param hoursField what whoever asks calls the hours
   */
  change(actor: Actor, userId: string, wanted: UpdateWorkProfileDto, hoursField = 'hours'): Promise<void> {
    requireSense(wanted, hoursField);
    return this.transaction.run(actor, async () => {
      const profile = await this.profiles.lockSettings(actor, userId);
      if (!profile) throw notFound();
      const { capacity, hours } = profile;
      const settings = changesOf({ capacity, hours }, { capacity: wanted.capacity, hours: wanted.hours });
      if (settings) await this.profiles.update(actor, userId, { capacity, hours, ...settings.after });
      const absences = await this.replaceAbsences(actor, userId, wanted.absences);
      const skills = await this.skillLevels.replace(actor, 'user', userId, wanted.skills);
      if (settings || absences || skills) {
        const before = { ...settings?.before, ...absences?.before, ...skills?.before };
        const data = { before, after: { ...settings?.after, ...absences?.after, ...skills?.after } };
        this.events.record(actor, { type: 'work_profile.changed', subjectId: userId, data });
      }
    });
  }

  private async replaceAbsences(actor: Actor, userId: string, wanted: UpdateWorkProfileDto['absences']) {
    if (!wanted) return null;
    const absences = wanted.map(({ from, to }) => ({ from, to })).sort((a, b) => (a.from < b.from ? -1 : 1));
    const changes = changesOf({ absences: await this.profiles.absencesOf(actor, userId) }, { absences });
    if (changes) await this.profiles.replaceAbsences(actor, userId, absences);
    return changes;
  }

  private async present(actor: Actor, userId: string): Promise<WorkProfileResponse> {
    const profile = await this.queries.of(actor, userId);
    if (!profile) throw notFound();
    return presentWorkProfile(profile, this.clock.now());
  }
}

/** @throws request.invalid, every field named */
function requireSense({ hours, absences = [] }: UpdateWorkProfileDto, hoursField: string): void {
  const ofHours = hours ? hoursProblems(hours).map(({ path, code }) => [`${hoursField}.${path}`, [code]] as const) : [];
  const ofAbsences = absenceProblems(absences).map(
    (path) => [`absences.${path}`, ['no such day, or before its start']] as const,
  );
  const problems = [...ofHours, ...ofAbsences];
  if (problems.length > 0) throw new AppError('request.invalid', Object.fromEntries(problems));
}
