import { endpoint } from '../http/endpoint.js';
import { AnalyticsQuery } from './analytics.dto.js';
import { AnalyticsResponse } from './analytics.response.js';

export const analyticsEndpoints = {
  overview: endpoint({
    method: 'GET',
    path: '/analytics',
    access: 'analytics.read',
    summary: 'Volume, backlog, response and resolution times of a period',
    query: AnalyticsQuery,
    response: AnalyticsResponse,
  }),
};
