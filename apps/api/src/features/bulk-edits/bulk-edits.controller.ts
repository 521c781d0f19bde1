import { bulkEditsEndpoints as endpoints } from '@baton/contracts/bulk-edits/bulk-edits.endpoints';
import type { BulkEditResponse } from '@baton/contracts/bulk-edits/bulk-edits.response';
import { Controller } from '@nestjs/common';
import type { Call } from '../../platform/http/call.js';
import { Route } from '../../platform/http/route.decorator.js';
import { BulkEditsService } from './bulk-edits.service.js';

@Controller()
export class BulkEditsController {
  constructor(private readonly bulkEdits: BulkEditsService) {}

  @Route(endpoints.start)
  start({ actor, body }: Call<typeof endpoints.start>): Promise<BulkEditResponse> {
    return this.bulkEdits.start(actor, body);
  }

  @Route(endpoints.get)
  get({ actor, params }: Call<typeof endpoints.get>): Promise<BulkEditResponse> {
    return this.bulkEdits.get(actor, params.id);
  }

  @Route(endpoints.undo)
  undo({ actor, params }: Call<typeof endpoints.undo>): Promise<BulkEditResponse> {
    return this.bulkEdits.undo(actor, params.id);
  }
}
