import { endpoint } from '../http/endpoint.js';
import { TicketParams } from '../http/params.js';
import { PreviewAssignmentDto } from './assignment.dto.js';
import { DecisionResponse, TicketAssignmentResponse, WaitingListResponse } from './assignment.response.js';

export const assignmentEndpoints = {
  ofTicket: endpoint({
    method: 'GET',
    path: '/tickets/:id/assignment',
    access: 'work.readAll',
    summary: 'Why a ticket went to whom, or why it waits',
    params: TicketParams,
    response: TicketAssignmentResponse,
  }),
  preview: endpoint({
    method: 'POST',
    path: '/assignment/preview',
    access: 'work.manage',
    summary: 'Who would get an imagined ticket now',
    body: PreviewAssignmentDto,
    response: DecisionResponse,
  }),
  waiting: endpoint({
    method: 'GET',
    path: '/assignment/waiting',
    access: 'work.manage',
    summary: 'How many tickets wait for somebody, and why, by team',
    response: WaitingListResponse,
  }),
};
