import type { AssignedTicketResponse } from '@baton/contracts/tickets/assigned-ticket.response';
import { ticketsEndpoints as endpoints } from '@baton/contracts/tickets/tickets.endpoints';
import type { TicketListResponse, TicketResponse } from '@baton/contracts/tickets/tickets.response';
import { Controller } from '@nestjs/common';
import type { Call } from '../../platform/http/call.js';
import { Route } from '../../platform/http/route.decorator.js';
import { TicketAssignmentService } from './ticket-assignment.service.js';
import { TicketCreationService } from './ticket-creation.service.js';
import { TicketDetailQueries } from './ticket-detail.queries.js';
import { TicketEditService } from './ticket-edit.service.js';
import { TicketStatusService } from './ticket-status.service.js';
import { TicketSummaryQueries } from './ticket-summary.queries.js';
import { TicketWatchersService } from './ticket-watchers.service.js';

@Controller()
export class TicketsController {
  constructor(
    private readonly summaries: TicketSummaryQueries,
    private readonly details: TicketDetailQueries,
    private readonly creation: TicketCreationService,
    private readonly editing: TicketEditService,
    private readonly status: TicketStatusService,
    private readonly assignment: TicketAssignmentService,
    private readonly watchers: TicketWatchersService,
  ) {}

  @Route(endpoints.list)
  list({ actor, query }: Call<typeof endpoints.list>): Promise<TicketListResponse> {
    return this.summaries.list(actor, query);
  }

  @Route(endpoints.create)
  create({ actor, body, files }: Call<typeof endpoints.create>): Promise<TicketResponse> {
    return this.creation.create(actor, body, files, 'web');
  }

  @Route(endpoints.get)
  get({ actor, params }: Call<typeof endpoints.get>): Promise<TicketResponse> {
    return this.details.get(actor, params.id);
  }

  @Route(endpoints.update)
  update({ actor, params, body, request }: Call<typeof endpoints.update>): Promise<TicketResponse> {
    return this.editing.edit(actor, params.id, body, request.headers['if-match']);
  }

  @Route(endpoints.claim)
  claim({ actor, params }: Call<typeof endpoints.claim>): Promise<TicketResponse> {
    return this.assignment.claim(actor, params.id);
  }

  @Route(endpoints.assign)
  assign({ actor, params, body }: Call<typeof endpoints.assign>): Promise<AssignedTicketResponse> {
    return this.assignment.assign(actor, params.id, body);
  }

  @Route(endpoints.changeStatus)
  changeStatus({ actor, params, body }: Call<typeof endpoints.changeStatus>): Promise<TicketResponse> {
    return this.status.moveTo(actor, params.id, body.status, body.reason);
  }

  @Route(endpoints.withdraw)
  withdraw({ actor, params, body }: Call<typeof endpoints.withdraw>): Promise<TicketResponse> {
    return this.status.moveTo(actor, params.id, 'withdrawn', body.reason);
  }

  @Route(endpoints.close)
  close({ actor, params, body }: Call<typeof endpoints.close>): Promise<TicketResponse> {
    return this.status.moveTo(actor, params.id, 'closed', body.reason);
  }

  @Route(endpoints.reopen)
  reopen({ actor, params, body }: Call<typeof endpoints.reopen>): Promise<TicketResponse> {
    return this.status.reopen(actor, params.id, body.reason);
  }

  @Route(endpoints.watch)
  watch({ actor, params, body }: Call<typeof endpoints.watch>): Promise<TicketResponse> {
    return this.watchers.add(actor, params.id, body.userId);
  }

  @Route(endpoints.unwatch)
  unwatch({ actor, params }: Call<typeof endpoints.unwatch>): Promise<TicketResponse> {
    return this.watchers.remove(actor, params.id, params.userId);
  }
}
