import { relationsEndpoints as endpoints } from '@baton/contracts/relations/relations.endpoints';
import type { TicketResponse } from '@baton/contracts/tickets/tickets.response';
import { Controller } from '@nestjs/common';
import type { Call } from '../../platform/http/call.js';
import { Route } from '../../platform/http/route.decorator.js';
import { LinksService } from './links.service.js';
import { MergeService } from './merge.service.js';
import { SplitService } from './split.service.js';
import { UnmergeService } from './unmerge.service.js';
import { UnsplitService } from './unsplit.service.js';

@Controller()
export class RelationsController {
  constructor(
    private readonly links: LinksService,
    private readonly merging: MergeService,
    private readonly unmerging: UnmergeService,
    private readonly splitting: SplitService,
    private readonly unsplitting: UnsplitService,
  ) {}

  @Route(endpoints.link)
  link({ actor, params, body }: Call<typeof endpoints.link>): Promise<TicketResponse> {
    return this.links.link(actor, params.id, body);
  }

  @Route(endpoints.unlink)
  unlink({ actor, params }: Call<typeof endpoints.unlink>): Promise<TicketResponse> {
    return this.links.unlink(actor, params.id, params.otherId);
  }

  @Route(endpoints.merge)
  merge({ actor, params, body }: Call<typeof endpoints.merge>): Promise<TicketResponse> {
    return this.merging.merge(actor, params.id, body.intoId);
  }

  @Route(endpoints.unmerge)
  unmerge({ actor, params }: Call<typeof endpoints.unmerge>): Promise<TicketResponse> {
    return this.unmerging.unmerge(actor, params.id);
  }

  @Route(endpoints.split)
  split({ actor, params, body }: Call<typeof endpoints.split>): Promise<TicketResponse> {
    return this.splitting.split(actor, params.id, body);
  }

  @Route(endpoints.unsplit)
  unsplit({ actor, params }: Call<typeof endpoints.unsplit>): Promise<TicketResponse> {
    return this.unsplitting.unsplit(actor, params.id);
  }
}
