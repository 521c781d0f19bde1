import { endpoint } from '../http/endpoint.js';
import { UpdateOrganizationDto } from './organizations.dto.js';
import { OrganizationResponse } from './organizations.response.js';

export const organizationsEndpoints = {
  get: endpoint({
    method: 'GET',
    path: '/organization',
    access: 'organization.read',
    summary: 'My organization',
    response: OrganizationResponse,
  }),
  update: endpoint({
    method: 'PATCH',
    path: '/organization',
    access: 'organization.manage',
    summary: "Change the organization's settings",
    body: UpdateOrganizationDto,
    response: OrganizationResponse,
  }),
};
