import { assignmentEndpoints as endpoints } from '@baton/contracts/assignment/assignment.endpoints';
import type {
  DecisionResponse,
  TicketAssignmentResponse,
  WaitingListResponse,
} from '@baton/contracts/assignment/assignment.response';
import { Controller } from '@nestjs/common';
import type { Call } from '../../platform/http/call.js';
import { Route } from '../../platform/http/route.decorator.js';
import { AssignmentExplanations } from './assignment-explanations.service.js';

@Controller()
export class AssignmentController {
  constructor(private readonly explanations: AssignmentExplanations) {}

  @Route(endpoints.ofTicket)
  ofTicket({ actor, params }: Call<typeof endpoints.ofTicket>): Promise<TicketAssignmentResponse> {
    return this.explanations.ofTicket(actor, params.id);
  }

  @Route(endpoints.preview)
  preview({ actor, body }: Call<typeof endpoints.preview>): Promise<DecisionResponse> {
    return this.explanations.preview(actor, body);
  }

  @Route(endpoints.waiting)
  waiting({ actor }: Call<typeof endpoints.waiting>): Promise<WaitingListResponse> {
    return this.explanations.waiting(actor);
  }
}
