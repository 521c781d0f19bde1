import { clockEndpoints, type TestClockResponse } from '@baton/contracts/health/health.endpoints';
import { Controller } from '@nestjs/common';
import type { Call } from '../../platform/http/call.js';
import { Route } from '../../platform/http/route.decorator.js';
import { TestClockService } from './test-clock.service.js';

@Controller()
export class TestClockController {
  constructor(private readonly testClock: TestClockService) {}

  @Route(clockEndpoints.advance)
  async advance({ actor, body }: Call<typeof clockEndpoints.advance>): Promise<TestClockResponse> {
    return { now: (await this.testClock.advance(actor, body.advanceSeconds)).toISOString() };
  }
}
