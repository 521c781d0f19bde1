import { endpoint } from '../http/endpoint.js';
import { SetAvailabilityDto, UpdateWorkProfileDto, UserParams } from './work-profiles.dto.js';
import { WorkProfileListResponse, WorkProfileResponse } from './work-profiles.response.js';

export const workProfilesEndpoints = {
  list: endpoint({
    method: 'GET',
    path: '/work-profiles',
    access: 'work.readAll',
    summary: 'Skills, capacity, hours, availability and load of everybody on the desk',
    response: WorkProfileListResponse,
  }),
  update: endpoint({
    method: 'PATCH',
    path: '/work-profiles/:userId',
    access: 'work.manage',
    summary: "Change somebody's skills, capacity, hours or absences",
    params: UserParams,
    body: UpdateWorkProfileDto,
    response: WorkProfileResponse,
  }),
  mine: endpoint({
    method: 'GET',
    path: '/me/work-profile',
    access: 'self.availability',
    summary: 'My own skills, capacity, hours, availability and load',
    response: WorkProfileResponse,
  }),
  setAvailability: endpoint({
    method: 'PUT',
    path: '/me/availability',
    access: 'self.availability',
    summary: 'I am online, away or offline. Online lasts while Baton is open; the others until chosen anew',
    body: SetAvailabilityDto,
    response: WorkProfileResponse,
  }),
};
