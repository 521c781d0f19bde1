import { endpoint } from '../http/endpoint.js';
import { LIMITS } from '../http/limits.js';
import { PageQuery } from '../http/page.js';
import { TicketParams } from '../http/params.js';
import {
  EditMessageDto,
  MessageParams,
  ReadTicketDto,
  RedactMessageDto,
  SendMessageDto,
  TimelineQuery,
} from './conversation.dto.js';
import {
  MessageListResponse,
  MessageResponse,
  MessageVersionsResponse,
  TicketReadResponse,
  TimelineResponse,
} from './conversation.response.js';

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
  edit: endpoint({
    method: 'PATCH',
    path: '/tickets/:id/messages/:messageId',
    access: 'ticket.reply',
    summary: 'Change what I wrote; what it said before is kept',
    params: MessageParams,
    body: EditMessageDto,
    response: MessageResponse,
  }),
  redact: endpoint({
    method: 'POST',
    path: '/tickets/:id/messages/:messageId/redact',
    access: 'ticket.reply',
    summary: 'Remove text, files and history of a message for everybody and for good',
    params: MessageParams,
    body: RedactMessageDto,
    response: MessageResponse,
  }),
  versions: endpoint({
    method: 'GET',
    path: '/tickets/:id/messages/:messageId/versions',
    access: 'ticket.note',
    summary: 'What a message said before, oldest first',
    params: MessageParams,
    response: MessageVersionsResponse,
  }),
  read: endpoint({
    method: 'PUT',
    path: '/tickets/:id/read',
    access: 'ticket.read',
    summary: 'I have read the conversation up to here',
    params: TicketParams,
    body: ReadTicketDto,
    response: TicketReadResponse,
  }),
};
