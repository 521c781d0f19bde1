import { workProfilesEndpoints as endpoints } from '@baton/contracts/work-profiles/work-profiles.endpoints';
import type {
  WorkProfileListResponse,
  WorkProfileResponse,
} from '@baton/contracts/work-profiles/work-profiles.response';
import { Controller } from '@nestjs/common';
import type { Call } from '../../platform/http/call.js';
import { Route } from '../../platform/http/route.decorator.js';
import { AvailabilityService } from './availability.service.js';
import { WorkProfilesService } from './work-profiles.service.js';

@Controller()
export class WorkProfilesController {
  constructor(
    private readonly profiles: WorkProfilesService,
    private readonly availability: AvailabilityService,
  ) {}

  @Route(endpoints.list)
  list({ actor }: Call<typeof endpoints.list>): Promise<WorkProfileListResponse> {
    return this.profiles.list(actor);
  }

  @Route(endpoints.update)
  update({ actor, params, body }: Call<typeof endpoints.update>): Promise<WorkProfileResponse> {
    return this.profiles.update(actor, params.userId, body);
  }

  @Route(endpoints.mine)
  mine({ actor }: Call<typeof endpoints.mine>): Promise<WorkProfileResponse> {
    return this.profiles.mine(actor);
  }

  @Route(endpoints.setAvailability)
  setAvailability({ actor, body }: Call<typeof endpoints.setAvailability>): Promise<WorkProfileResponse> {
    return this.availability.choose(actor, body.status);
  }
}
