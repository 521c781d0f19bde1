import { teamsEndpoints } from '@baton/contracts/teams/teams.endpoints';
import type { TeamListResponse, TeamResponse } from '@baton/contracts/teams/teams.response';
import { Controller } from '@nestjs/common';
import type { Call } from '../../platform/http/call.js';
import { Route } from '../../platform/http/route.decorator.js';
import { TeamQueries } from './team.queries.js';
import { TeamsService } from './teams.service.js';

@Controller()
export class TeamsController {
  constructor(
    private readonly queries: TeamQueries,
    private readonly teams: TeamsService,
  ) {}

  @Route(teamsEndpoints.list)
  async list({ actor }: Call<typeof teamsEndpoints.list>): Promise<TeamListResponse> {
    return { items: await this.queries.list(actor) };
  }

  @Route(teamsEndpoints.create)
  create({ actor, body }: Call<typeof teamsEndpoints.create>): Promise<TeamResponse> {
    return this.teams.create(actor, body);
  }

  @Route(teamsEndpoints.update)
  update({ actor, params, body }: Call<typeof teamsEndpoints.update>): Promise<TeamResponse> {
    return this.teams.update(actor, params.id, body);
  }
}
