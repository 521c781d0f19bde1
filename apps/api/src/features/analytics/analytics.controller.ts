import { analyticsEndpoints } from '@baton/contracts/analytics/analytics.endpoints';
import type { AnalyticsResponse } from '@baton/contracts/analytics/analytics.response';
import { Controller } from '@nestjs/common';
import type { Call } from '../../platform/http/call.js';
import { Route } from '../../platform/http/route.decorator.js';
import { AnalyticsService } from './analytics.service.js';

@Controller()
export class AnalyticsController {
  constructor(private readonly analytics: AnalyticsService) {}

  @Route(analyticsEndpoints.overview)
  overview({ actor, query }: Call<typeof analyticsEndpoints.overview>): Promise<AnalyticsResponse> {
    return this.analytics.overview(actor, query);
  }
}
