import { changesEndpoints } from '@baton/contracts/changes/changes.endpoints';
import type { ChangesResponse } from '@baton/contracts/changes/changes.response';
import { Controller } from '@nestjs/common';
import type { Call } from '../../platform/http/call.js';
import { Route } from '../../platform/http/route.decorator.js';
import { ChangesQueries } from './changes.queries.js';

@Controller()
export class ChangesController {
  constructor(private readonly changes: ChangesQueries) {}

  @Route(changesEndpoints.list)
  list({ actor, query }: Call<typeof changesEndpoints.list>): Promise<ChangesResponse> {
    return this.changes.since(actor, query);
  }
}
