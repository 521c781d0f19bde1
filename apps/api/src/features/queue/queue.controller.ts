import { queueEndpoints as endpoints } from '@baton/contracts/queue/queue.endpoints';
import type { QueueViewResponse, QueueViewsResponse, TagListResponse } from '@baton/contracts/queue/queue.response';
import { Controller } from '@nestjs/common';
import type { Call } from '../../platform/http/call.js';
import { Route } from '../../platform/http/route.decorator.js';
import { QueueViewsQueries } from './queue-views.queries.js';
import { TagsQueries } from './tags.queries.js';
import { ViewsService } from './views.service.js';

@Controller()
export class QueueController {
  constructor(
    private readonly queue: QueueViewsQueries,
    private readonly saved: ViewsService,
    private readonly tagsInUse: TagsQueries,
  ) {}

  @Route(endpoints.views)
  views({ actor }: Call<typeof endpoints.views>): Promise<QueueViewsResponse> {
    return this.queue.list(actor);
  }

  @Route(endpoints.createView)
  createView({ actor, body }: Call<typeof endpoints.createView>): Promise<QueueViewResponse> {
    return this.saved.create(actor, body);
  }

  @Route(endpoints.updateView)
  updateView({ actor, params, body }: Call<typeof endpoints.updateView>): Promise<QueueViewResponse> {
    return this.saved.update(actor, params.id, body);
  }

  @Route(endpoints.deleteView)
  deleteView({ actor, params }: Call<typeof endpoints.deleteView>): Promise<void> {
    return this.saved.remove(actor, params.id);
  }

  @Route(endpoints.tags)
  tags({ actor, query }: Call<typeof endpoints.tags>): Promise<TagListResponse> {
    return this.tagsInUse.list(actor, query);
  }
}
