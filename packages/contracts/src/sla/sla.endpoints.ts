import { endpoint } from '../http/endpoint.js';
import { IdParams, TicketParams } from '../http/params.js';
import { CreateCalendarDto, ImportHolidaysDto, UpdateCalendarDto } from './calendar.dto.js';
import { CalendarListResponse, CalendarResponse, ImportedHolidaysResponse } from './calendar.response.js';
import { BackTestDto, CreatePolicyDto, OrderPoliciesDto, PreviewDto, UpdatePolicyDto } from './sla.dto.js';
import {
  BackTestResponse,
  PolicyListResponse,
  PolicyResponse,
  PreviewResponse,
  TicketClocksResponse,
} from './sla.response.js';

const calendars = {
  calendars: endpoint({
    method: 'GET',
    path: '/sla/calendars',
    access: 'sla.manage',
    summary: 'Calendars of working hours, and the policies that count by them',
    response: CalendarListResponse,
  }),
  createCalendar: endpoint({
    method: 'POST',
    path: '/sla/calendars',
    access: 'sla.manage',
    summary: 'Create a calendar',
    body: CreateCalendarDto,
    response: CalendarResponse,
    status: 201,
  }),
  updateCalendar: endpoint({
    method: 'PATCH',
    path: '/sla/calendars/:id',
    access: 'sla.manage',
    summary: 'Change a calendar; running clocks are planned anew',
    params: IdParams,
    body: UpdateCalendarDto,
    response: CalendarResponse,
  }),
  deleteCalendar: endpoint({
    method: 'DELETE',
    path: '/sla/calendars/:id',
    access: 'sla.manage',
    summary: 'Delete a calendar no policy counts by',
    params: IdParams,
  }),
  importHolidays: endpoint({
    method: 'POST',
    path: '/sla/calendars/import',
    access: 'sla.manage',
    summary: 'Read holidays from an iCalendar file without saving them',
    body: ImportHolidaysDto,
    response: ImportedHolidaysResponse,
  }),
};

const policies = {
  policies: endpoint({
    method: 'GET',
    path: '/sla/policies',
    access: 'sla.manage',
    summary: 'Policies in their order',
    response: PolicyListResponse,
  }),
  createPolicy: endpoint({
    method: 'POST',
    path: '/sla/policies',
    access: 'sla.manage',
    summary: 'Create a policy, behind the others',
    body: CreatePolicyDto,
    response: PolicyResponse,
    status: 201,
  }),
  orderPolicies: endpoint({
    method: 'PUT',
    path: '/sla/policies/order',
    access: 'sla.manage',
    summary: 'Put the policies in order: the first that matches a ticket makes its promises',
    body: OrderPoliciesDto,
    response: PolicyListResponse,
  }),
  updatePolicy: endpoint({
    method: 'PATCH',
    path: '/sla/policies/:id',
    access: 'sla.manage',
    summary: 'Change a policy; running clocks keep their start and are planned anew',
    params: IdParams,
    body: UpdatePolicyDto,
    response: PolicyResponse,
  }),
  deletePolicy: endpoint({
    method: 'DELETE',
    path: '/sla/policies/:id',
    access: 'sla.manage',
    summary: 'Delete a policy; its tickets go to the next that matches',
    params: IdParams,
  }),
  backTest: endpoint({
    method: 'POST',
    path: '/sla/policies/back-test',
    access: 'sla.manage',
    summary: 'What changed policies would have made of the last tickets',
    body: BackTestDto,
    response: BackTestResponse,
  }),
};

export const slaEndpoints = {
  ...calendars,
  ...policies,
  preview: endpoint({
    method: 'POST',
    path: '/sla/preview',
    access: 'sla.manage',
    summary: 'When something would be due by a calendar, and which time counts',
    body: PreviewDto,
    response: PreviewResponse,
  }),
  ofTicket: endpoint({
    method: 'GET',
    path: '/tickets/:id/sla',
    access: 'ticket.readAll',
    summary: "A ticket's clocks with the sum behind every deadline",
    params: TicketParams,
    response: TicketClocksResponse,
  }),
};
