import { endpoint } from '../http/endpoint.js';
import { IdParams } from '../http/params.js';
import { CreateTeamDto, UpdateTeamDto } from './teams.dto.js';
import { TeamListResponse, TeamResponse } from './teams.response.js';

export const teamsEndpoints = {
  list: endpoint({
    method: 'GET',
    path: '/teams',
    access: 'team.read',
    summary: 'Teams and their members',
    response: TeamListResponse,
  }),
  create: endpoint({
    method: 'POST',
    path: '/teams',
    access: 'team.manage',
    summary: 'Create a team',
    body: CreateTeamDto,
    response: TeamResponse,
    status: 201,
  }),
  update: endpoint({
    method: 'PATCH',
    path: '/teams/:id',
    access: 'team.manage',
    summary: 'Change a team',
    params: IdParams,
    body: UpdateTeamDto,
    response: TeamResponse,
  }),
};
