import { slaEndpoints as endpoints } from '@baton/contracts/sla/sla.endpoints';
import type { PreviewResponse, TicketClocksResponse } from '@baton/contracts/sla/sla.response';
import { Controller } from '@nestjs/common';
import type { Call } from '../../platform/http/call.js';
import { Route } from '../../platform/http/route.decorator.js';
import { preview } from './sla-preview.presenter.js';
import { TicketClocksQueries } from './ticket-clocks.queries.js';

@Controller()
export class SlaController {
  constructor(private readonly clocks: TicketClocksQueries) {}

  @Route(endpoints.preview)
  async preview({ body }: Call<typeof endpoints.preview>): Promise<PreviewResponse> {
    return preview(body);
  }

  @Route(endpoints.ofTicket)
  ofTicket({ actor, params }: Call<typeof endpoints.ofTicket>): Promise<TicketClocksResponse> {
    return this.clocks.of(actor, params.id);
  }
}
