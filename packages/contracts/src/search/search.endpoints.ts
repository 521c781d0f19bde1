import { endpoint } from '../http/endpoint.js';
import { SearchQuery } from './search.dto.js';
import { SearchResponse } from './search.response.js';

export const searchEndpoints = {
  search: endpoint({
    method: 'GET',
    path: '/search',
    access: 'ticket.read',
    summary: 'Tickets I may see whose text matches, best first',
    query: SearchQuery,
    response: SearchResponse,
  }),
};
