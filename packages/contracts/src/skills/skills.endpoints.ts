import { endpoint } from '../http/endpoint.js';
import { IdParams } from '../http/params.js';
import { CreateSkillDto, UpdateSkillDto } from './skills.dto.js';
import { SkillListResponse, SkillResponse } from './skills.response.js';

export const skillsEndpoints = {
  list: endpoint({
    method: 'GET',
    path: '/skills',
    access: 'work.readAll',
    summary: 'Skills that people have and categories need',
    response: SkillListResponse,
  }),
  create: endpoint({
    method: 'POST',
    path: '/skills',
    access: 'work.manage',
    summary: 'Create a skill',
    body: CreateSkillDto,
    response: SkillResponse,
    status: 201,
  }),
  update: endpoint({
    method: 'PATCH',
    path: '/skills/:id',
    access: 'work.manage',
    summary: 'Rename a skill',
    params: IdParams,
    body: UpdateSkillDto,
    response: SkillResponse,
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/skills/:id',
    access: 'work.manage',
    summary: 'Delete a skill no category needs; people lose it',
    params: IdParams,
  }),
};
