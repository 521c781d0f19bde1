import { queueEndpoints as endpoints } from '@baton/contracts/queue/queue.endpoints';
import type { QueueViewsResponse } from '@baton/contracts/queue/queue.response';
import { Controller } from '@nestjs/common';
import type { Call } from '../../platform/http/call.js';
import { Route } from '../../platform/http/route.decorator.js';
import { QueueViewsQueries } from './queue-views.queries.js';

@Controller()
export class QueueController {
  constructor(private readonly queue: QueueViewsQueries) {}

  @Route(endpoints.views)
  views({ actor }: Call<typeof endpoints.views>): Promise<QueueViewsResponse> {
    return this.queue.views(actor);
  }
}
