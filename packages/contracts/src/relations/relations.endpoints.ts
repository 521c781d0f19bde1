import { endpoint } from '../http/endpoint.js';
import { TicketParams } from '../http/params.js';
import { TicketResponse } from '../tickets/tickets.response.js';
import { LinkParams, LinkTicketDto, MergeTicketDto, SplitTicketDto } from './relations.dto.js';

export const relationsEndpoints = {
  link: endpoint({
    method: 'POST',
    path: '/tickets/:id/links',
    access: 'ticket.relate',
    summary: 'Link to another ticket: related, its parent, or its child',
    params: TicketParams,
    body: LinkTicketDto,
    response: TicketResponse,
  }),
  unlink: endpoint({
    method: 'DELETE',
    path: '/tickets/:id/links/:otherId',
    access: 'ticket.relate',
    summary: 'Remove the link to another ticket',
    params: LinkParams,
    response: TicketResponse,
  }),
  merge: endpoint({
    method: 'POST',
    path: '/tickets/:id/merge',
    access: 'ticket.relate',
    summary: 'Merge into another ticket, which is the answer: messages move there, later replies follow',
    params: TicketParams,
    body: MergeTicketDto,
    response: TicketResponse,
  }),
  unmerge: endpoint({
    method: 'POST',
    path: '/tickets/:id/unmerge',
    access: 'ticket.relate',
    summary: 'Take a merged ticket out again, with everything that was written to it',
    params: TicketParams,
    response: TicketResponse,
  }),
  split: endpoint({
    method: 'POST',
    path: '/tickets/:id/split',
    access: 'ticket.relate',
    summary: 'Make a message a ticket of its own, which is the answer; the message stays as well',
    params: TicketParams,
    body: SplitTicketDto,
    response: TicketResponse,
    status: 201,
  }),
  unsplit: endpoint({
    method: 'POST',
    path: '/tickets/:id/unsplit',
    access: 'ticket.relate',
    summary: 'Withdraw a split-off ticket that nobody else has touched',
    params: TicketParams,
    response: TicketResponse,
  }),
};
