import { macrosEndpoints as endpoints } from '@baton/contracts/macros/macros.endpoints';
import type { MacroListResponse, MacroPreviewResponse, MacroResponse } from '@baton/contracts/macros/macros.response';
import { Controller } from '@nestjs/common';
import type { Call } from '../../platform/http/call.js';
import { Route } from '../../platform/http/route.decorator.js';
import { MacroPreviewService } from './macro-preview.service.js';
import { MacrosService } from './macros.service.js';

@Controller()
export class MacrosController {
  constructor(
    private readonly macros: MacrosService,
    private readonly previews: MacroPreviewService,
  ) {}

  @Route(endpoints.list)
  list({ actor }: Call<typeof endpoints.list>): Promise<MacroListResponse> {
    return this.macros.list(actor);
  }

  @Route(endpoints.create)
  create({ actor, body }: Call<typeof endpoints.create>): Promise<MacroResponse> {
    return this.macros.create(actor, body);
  }

  @Route(endpoints.update)
  update({ actor, params, body }: Call<typeof endpoints.update>): Promise<MacroResponse> {
    return this.macros.update(actor, params.id, body);
  }

  @Route(endpoints.remove)
  remove({ actor, params }: Call<typeof endpoints.remove>): Promise<void> {
    return this.macros.remove(actor, params.id);
  }

  @Route(endpoints.preview)
  preview({ actor, params }: Call<typeof endpoints.preview>): Promise<MacroPreviewResponse> {
    return this.previews.preview(actor, params.id, params.macroId);
  }
}
