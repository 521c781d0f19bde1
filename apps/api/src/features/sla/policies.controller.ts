import { slaEndpoints as endpoints } from '@baton/contracts/sla/sla.endpoints';
import type { BackTestResponse, PolicyListResponse, PolicyResponse } from '@baton/contracts/sla/sla.response';
import { Controller } from '@nestjs/common';
import type { Call } from '../../platform/http/call.js';
import { Route } from '../../platform/http/route.decorator.js';
import { BackTestService } from './back-test.service.js';
import { PoliciesService } from './policies.service.js';

@Controller()
export class PoliciesController {
  constructor(
    private readonly policies: PoliciesService,
    private readonly backTests: BackTestService,
  ) {}

  @Route(endpoints.policies)
  list({ actor }: Call<typeof endpoints.policies>): Promise<PolicyListResponse> {
    return this.policies.list(actor);
  }

  @Route(endpoints.createPolicy)
  create({ actor, body }: Call<typeof endpoints.createPolicy>): Promise<PolicyResponse> {
    return this.policies.create(actor, body);
  }

  @Route(endpoints.orderPolicies)
  order({ actor, body }: Call<typeof endpoints.orderPolicies>): Promise<PolicyListResponse> {
    return this.policies.order(actor, body);
  }

  @Route(endpoints.updatePolicy)
  update({ actor, params, body }: Call<typeof endpoints.updatePolicy>): Promise<PolicyResponse> {
    return this.policies.update(actor, params.id, body);
  }

  @Route(endpoints.deletePolicy)
  remove({ actor, params }: Call<typeof endpoints.deletePolicy>): Promise<void> {
    return this.policies.remove(actor, params.id);
  }

  @Route(endpoints.backTest)
  backTest({ actor, body }: Call<typeof endpoints.backTest>): Promise<BackTestResponse> {
    return this.backTests.run(actor, body);
  }
}
