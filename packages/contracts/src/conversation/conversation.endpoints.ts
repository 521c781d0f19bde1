import { endpoint } from '../http/endpoint.js';
import { LIMITS } from '../http/limits.js';
import { PageQuery } from '../http/page.js';
import { TicketParams } from '../http/params.js';
import { SendMessageDto, TimelineQuery } from './conversation.dto.js';
import { MessageListResponse, MessageResponse, TimelineResponse } from './conversation.response.js';

export const conversationEndpoints = {
  list: endpoint({
    method: 'GET',
    path: '/tickets/:id/messages',
    access: 'ticket.read',
    summary: 'Replies, and notes for those who may read them, oldest first',
    params: TicketParams,
    query: PageQuery,
    response: MessageListResponse,
  }),
  send: endpoint({
    method: 'POST',
    path: '/tickets/:id/messages',
    access: 'ticket.reply',
    summary: 'Reply, or add an internal note',
    params: TicketParams,
    body: SendMessageDto,
    files: LIMITS.filesPerMessage,
    response: MessageResponse,
    status: 201,
  }),
  timeline: endpoint({
    method: 'GET',
    path: '/tickets/:id/timeline',
    access: 'ticket.read',
    summary: 'Everything that happened, in order; `after` catches up',
    params: TicketParams,
    query: TimelineQuery,
    response: TimelineResponse,
  }),
};
