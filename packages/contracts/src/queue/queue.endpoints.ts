import { endpoint } from '../http/endpoint.js';
import { IdParams } from '../http/params.js';
import { CreateViewDto, ListTagsQuery, UpdateViewDto } from './queue.dto.js';
import { QueueViewResponse, QueueViewsResponse, TagListResponse } from './queue.response.js';

export const queueEndpoints = {
  views: endpoint({
    method: 'GET',
    path: '/queue/views',
    access: 'ticket.readAll',
    summary: "The queue's views with exact counts",
    response: QueueViewsResponse,
  }),
  createView: endpoint({
    method: 'POST',
    path: '/queue/views',
    access: 'ticket.readAll',
    summary: 'Save a view: for myself, for a team of mine, or (admins) for everyone',
    body: CreateViewDto,
    response: QueueViewResponse,
    status: 201,
  }),
  updateView: endpoint({
    method: 'PATCH',
    path: '/queue/views/:id',
    access: 'ticket.readAll',
    summary: 'Rename, change or share a saved view',
    params: IdParams,
    body: UpdateViewDto,
    response: QueueViewResponse,
  }),
  deleteView: endpoint({
    method: 'DELETE',
    path: '/queue/views/:id',
    access: 'ticket.readAll',
    summary: 'Delete a saved view',
    params: IdParams,
  }),
  tags: endpoint({
    method: 'GET',
    path: '/tags',
    access: 'ticket.readAll',
    summary: 'Tags in use, the most used first',
    query: ListTagsQuery,
    response: TagListResponse,
  }),
};
