import { systemActor } from '@baton/domain/permissions/actor';
import type { TenantId } from '@baton/domain/shared/brand';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { DomainEvent } from '../../platform/events/domain-event.js';
import { EventBus } from '../../platform/events/event-bus.js';
import { rooms } from '../../platform/realtime/realtime.js';
import { RealtimeHub } from '../../platform/realtime/realtime-hub.js';
import { TeamQueries } from './team.queries.js';

interface TeamChange {
  before?: { memberIds?: string[]; restricted?: boolean };
  after: { memberIds?: string[]; restricted?: boolean };
}

interface TeamsChange {
  before: { teamIds: string[] };
  after: { teamIds: string[] };
}

/** Who comes to a team hears of its tickets; who leaves or is shut out connects anew, so that nothing stays open. */
@Injectable()
export class TeamsRealtime implements OnModuleInit {
  private readonly effects: Record<string, (event: DomainEvent) => Promise<void>> = {
    'team.created': (event) => this.teamChanged(event),
    'team.changed': (event) => this.teamChanged(event),
    'user.teams_changed': (event) => this.personMoved(event),
  };

  constructor(
    private readonly bus: EventBus,
    private readonly hub: RealtimeHub,
    private readonly teams: TeamQueries,
  ) {}

  onModuleInit(): void {
    this.bus.onLive(async (event) => this.effects[event.type]?.(event));
  }

  private async teamChanged({ tenantId, subjectId: teamId, data }: DomainEvent): Promise<void> {
    const { before, after } = data as unknown as TeamChange;
    for (const userId of after.memberIds ?? []) this.hub.move(userId, rooms.team(teamId), true);
    const left = (before?.memberIds ?? []).filter((userId) => !after.memberIds?.includes(userId));
    const scope = systemActor(tenantId as TenantId);
    const shutOut = after.restricted && before ? await this.teams.outsiders(scope, teamId) : [];
    for (const userId of new Set([...left, ...shutOut])) this.hub.end({ userId }, 'changed');
  }

  private async personMoved({ subjectId: userId, data }: DomainEvent): Promise<void> {
    const { before, after } = data as unknown as TeamsChange;
    if (before.teamIds.some((id) => !after.teamIds.includes(id))) this.hub.end({ userId }, 'changed');
    else for (const teamId of after.teamIds) this.hub.move(userId, rooms.team(teamId), true);
  }
}
