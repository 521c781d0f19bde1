import { draftsEndpoints as endpoints } from '@baton/contracts/drafts/drafts.endpoints';
import type { DraftListResponse, DraftResponse } from '@baton/contracts/drafts/drafts.response';
import { Controller } from '@nestjs/common';
import type { Call } from '../../platform/http/call.js';
import { Route } from '../../platform/http/route.decorator.js';
import { DraftsService } from './drafts.service.js';

@Controller()
export class DraftsController {
  constructor(private readonly drafts: DraftsService) {}

  @Route(endpoints.list)
  list({ actor, params }: Call<typeof endpoints.list>): Promise<DraftListResponse> {
    return this.drafts.list(actor, params.id);
  }

  @Route(endpoints.save)
  save({ actor, params, body }: Call<typeof endpoints.save>): Promise<DraftResponse> {
    return this.drafts.save(actor, params.id, params.kind, body);
  }
}
