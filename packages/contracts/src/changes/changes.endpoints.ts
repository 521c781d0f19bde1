import { endpoint } from '../http/endpoint.js';
import { ListChangesQuery } from './changes.dto.js';
import { ChangesResponse } from './changes.response.js';

export const changesEndpoints = {
  list: endpoint({
    method: 'GET',
    path: '/changes',
    access: 'ticket.read',
    summary: 'Which tickets changed since I last asked',
    query: ListChangesQuery,
    response: ChangesResponse,
  }),
};
