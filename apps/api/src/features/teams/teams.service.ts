import { CreateTeamDto, UpdateTeamDto } from '@baton/contracts/teams/teams.dto';
import type { TeamResponse } from '@baton/contracts/teams/teams.response';
import type { Actor } from '@baton/domain/permissions/actor';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { newId } from '../../platform/database/new-id.js';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import { changesOf } from '../../platform/events/changes-of.js';
import { EventRecorder } from '../../platform/events/event-recorder.js';
import { AppError, notFound } from '../../platform/http/app-error.js';
import { PersonQueries } from '../users/person.queries.js';
import { TeamQueries } from './team.queries.js';
import { TeamRepository } from './team.repository.js';

@Injectable()
export class TeamsService {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly teams: TeamRepository,
    private readonly queries: TeamQueries,
    private readonly people: PersonQueries,
    private readonly events: EventRecorder,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError resource.not_found, team.name_taken, request.invalid {memberIds} */
  create(actor: Actor, { name, mode, restricted, memberIds = [] }: CreateTeamDto): Promise<TeamResponse> {
    return this.transaction.run(actor, async () => {
      const id = newId();
      await this.requireFreeName(actor, name, id);
      await this.requireWorkers(actor, memberIds);
      const settings = { name, mode: mode ?? 'manual', restricted: restricted ?? false } as const;
      await this.teams.insert({ tenantId: actor.tenantId, id, ...settings, createdAt: this.clock.now() });
      await this.teams.add(actor, [id], memberIds);
      const data = { after: { ...settings, memberIds } };
      await this.events.record(actor, { type: 'team.created', subjectId: id, data });
      return this.present(actor, id);
    });
  }

  /** @throws AppError resource.not_found, team.name_taken, request.invalid {memberIds} */
  update(actor: Actor, id: string, { memberIds, ...wanted }: UpdateTeamDto): Promise<TeamResponse> {
    return this.transaction.run(actor, async () => {
      const team = await this.teams.lock(actor, id);
      if (!team) throw notFound();
      if (wanted.name !== undefined) await this.requireFreeName(actor, wanted.name, id);
      const settings = changesOf(team, wanted);
      if (settings) await this.teams.update(actor, id, settings.after);
      const members = memberIds && (await this.replaceMembers(actor, id, memberIds));
      if (settings || members) {
        const data = {
          before: { ...settings?.before, ...members?.before },
          after: { ...settings?.after, ...members?.after },
        };
        await this.events.record(actor, { type: 'team.changed', subjectId: id, data });
      }
      return this.present(actor, id);
    });
  }

  private async replaceMembers(actor: Actor, teamId: string, memberIds: string[]) {
    const current = await this.teams.memberIds(actor, teamId);
    const added = memberIds.filter((id) => !current.includes(id));
    const removed = current.filter((id) => !memberIds.includes(id));
    // Whoever is in already may stay, even while suspended.
    await this.requireWorkers(actor, added);
    await this.teams.add(actor, [teamId], added);
    await this.teams.remove(actor, [teamId], removed);
    return changesOf({ memberIds: current }, { memberIds: [...memberIds].sort() });
  }

  private async requireFreeName(actor: Actor, name: string, ownId: string): Promise<void> {
    if (await this.teams.isNameTaken(actor, name, ownId)) throw new AppError('team.name_taken');
  }

  private async requireWorkers(actor: Actor, ids: readonly string[]): Promise<void> {
    const known = await this.people.byIds(actor, ids);
    if (ids.some((id) => !known.has(id))) throw notFound();
    const workers = await this.people.workersAmong(actor, ids);
    if (ids.some((id) => !workers.has(id)))
      throw new AppError('request.invalid', { memberIds: ['must all be active coordinators or admins'] });
  }

  private async present(actor: Actor, id: string): Promise<TeamResponse> {
    const [team] = await this.queries.list(actor, id);
    return team!;
  }
}
