import { customFieldsEndpoints as endpoints } from '@baton/contracts/custom-fields/custom-fields.endpoints';
import type {
  CustomFieldListResponse,
  CustomFieldResponse,
} from '@baton/contracts/custom-fields/custom-fields.response';
import { Controller } from '@nestjs/common';
import type { Call } from '../../platform/http/call.js';
import { Route } from '../../platform/http/route.decorator.js';
import { CustomFieldsService } from './custom-fields.service.js';

@Controller()
export class CustomFieldsController {
  constructor(private readonly fields: CustomFieldsService) {}

  @Route(endpoints.list)
  list({ actor }: Call<typeof endpoints.list>): Promise<CustomFieldListResponse> {
    return this.fields.list(actor);
  }

  @Route(endpoints.create)
  create({ actor, body }: Call<typeof endpoints.create>): Promise<CustomFieldResponse> {
    return this.fields.create(actor, body);
  }

  @Route(endpoints.update)
  update({ actor, params, body }: Call<typeof endpoints.update>): Promise<CustomFieldResponse> {
    return this.fields.update(actor, params.id, body);
  }
}
