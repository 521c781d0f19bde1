import type { Permission } from '@baton/domain/permissions/roles';
import { endpoint, Nothing, type Shape } from '../http/endpoint.js';
import { LIMITS } from '../http/limits.js';
import { TicketParams } from '../http/params.js';
import { AssignedTicketResponse } from './assigned-ticket.response.js';
import {
  AddWatcherDto,
  AssignTicketDto,
  ChangeStatusDto,
  CreateTicketDto,
  ListTicketsQuery,
  ReasonDto,
  UpdateTicketDto,
} from './tickets.dto.js';
import { TicketListResponse, TicketResponse } from './tickets.response.js';
import { WatcherParams } from './watcher.params.js';

/** `POST /tickets/:id/<verb>` answering with the changed ticket. */
const action = <B extends object>(verb: string, access: Permission, summary: string, body: Shape<B>) =>
  endpoint({
    method: 'POST',
    path: `/tickets/:id/${verb}`,
    access,
    summary,
    params: TicketParams,
    body,
    response: TicketResponse,
  });

export const ticketsEndpoints = {
  list: endpoint({
    method: 'GET',
    path: '/tickets',
    access: 'ticket.read',
    summary: 'Tickets I may see',
    query: ListTicketsQuery,
    response: TicketListResponse,
  }),
  create: endpoint({
    method: 'POST',
    path: '/tickets',
    access: 'ticket.create',
    summary: 'Ask for help',
    body: CreateTicketDto,
    files: LIMITS.filesPerMessage,
    response: TicketResponse,
    status: 201,
  }),
  get: endpoint({
    method: 'GET',
    path: '/tickets/:id',
    access: 'ticket.read',
    summary: 'One ticket, by id or number',
    params: TicketParams,
    response: TicketResponse,
  }),
  update: endpoint({
    method: 'PATCH',
    path: '/tickets/:id',
    access: 'ticket.edit',
    summary: 'Edit fields; a stale edit of the same field is refused',
    params: TicketParams,
    body: UpdateTicketDto,
    response: TicketResponse,
  }),
  claim: action('claim', 'ticket.claim', 'Take an unassigned ticket and start on it', Nothing),
  assign: endpoint({
    ...action('assign', 'ticket.assign', 'Give the ticket to somebody, or back to the pool', AssignTicketDto),
    response: AssignedTicketResponse,
  }),
  changeStatus: action('status', 'ticket.changeStatus', 'Move along the state machine', ChangeStatusDto),
  withdraw: action('withdraw', 'ticket.withdraw', 'I no longer need this', ReasonDto),
  close: action('close', 'ticket.close', 'Agree that it is solved', ReasonDto),
  reopen: action('reopen', 'ticket.reopen', 'It is not solved after all', ReasonDto),
  watch: action('watchers', 'ticket.watch', 'Watch, or let somebody watch', AddWatcherDto),
  unwatch: endpoint({
    method: 'DELETE',
    path: '/tickets/:id/watchers/:userId',
    access: 'ticket.watch',
    summary: 'Stop watching',
    params: WatcherParams,
    response: TicketResponse,
  }),
};
