import { endpoint } from '../http/endpoint.js';
import { IdParams } from '../http/params.js';
import { StartBulkEditDto } from './bulk-edits.dto.js';
import { BulkEditResponse } from './bulk-edits.response.js';

export const bulkEditsEndpoints = {
  start: endpoint({
    method: 'POST',
    path: '/bulk-edits',
    access: 'ticket.bulkEdit',
    summary: 'Change many tickets as one job; each by the rules of a single change',
    body: StartBulkEditDto,
    response: BulkEditResponse,
    status: 202,
  }),
  get: endpoint({
    method: 'GET',
    path: '/bulk-edits/:id',
    access: 'ticket.bulkEdit',
    summary: 'How far a bulk edit of mine is',
    params: IdParams,
    response: BulkEditResponse,
  }),
  undo: endpoint({
    method: 'POST',
    path: '/bulk-edits/:id/undo',
    access: 'ticket.bulkEdit',
    summary: 'Put back what nobody changed since; stops a running edit first',
    params: IdParams,
    response: BulkEditResponse,
    status: 202,
  }),
};
