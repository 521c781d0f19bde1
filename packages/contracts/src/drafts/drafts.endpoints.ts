import { endpoint } from '../http/endpoint.js';
import { TicketParams } from '../http/params.js';
import { DraftParams, SaveDraftDto } from './drafts.dto.js';
import { DraftListResponse, DraftResponse } from './drafts.response.js';

export const draftsEndpoints = {
  list: endpoint({
    method: 'GET',
    path: '/tickets/:id/drafts',
    access: 'ticket.reply',
    summary: 'What I began to write on a ticket',
    params: TicketParams,
    response: DraftListResponse,
  }),
  save: endpoint({
    method: 'PUT',
    path: '/tickets/:id/drafts/:kind',
    access: 'ticket.reply',
    summary: 'Keep what I am writing; answers with what is kept, which may be newer',
    params: DraftParams,
    body: SaveDraftDto,
    response: DraftResponse,
  }),
};
