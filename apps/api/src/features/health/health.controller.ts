import { healthEndpoints, type LiveResponse, type ReadyResponse } from '@baton/contracts/health/health.endpoints';
import { Controller } from '@nestjs/common';
import type { Call } from '../../platform/http/call.js';
import { Route } from '../../platform/http/route.decorator.js';
import { HealthService } from './health.service.js';

@Controller()
export class HealthController {
  constructor(private readonly health: HealthService) {}

  @Route(healthEndpoints.live)
  async live(): Promise<LiveResponse> {
    return { status: 'ok' };
  }

  @Route(healthEndpoints.ready)
  async ready({ reply }: Call<typeof healthEndpoints.ready>): Promise<ReadyResponse> {
    const answer = await this.health.ready();
    reply.code(answer.status === 'failing' ? 503 : 200);
    return answer;
  }
}
