import { IsObject } from 'class-validator';
import { endpoint } from '../http/endpoint.js';
import { Instant, OneOf, Whole } from '../http/fields.js';

export class LiveResponse {
  @OneOf(['ok'])
  status: 'ok';
}

export class ReadyResponse {
  /** `degraded`: mails wait, everything else works. `failing`: do not send anybody here (503). */
  @OneOf(['ok', 'degraded', 'failing'])
  status: 'ok' | 'degraded' | 'failing';

  /** Part → `ok` or what is wrong with it: `database`, `worker`, `storage`, `mail`. */
  @IsObject()
  checks: Record<string, string>;
}

export class AdvanceClockDto {
  /** Only forward. */
  @Whole(1, 366 * 86_400)
  advanceSeconds: number;
}

export class TestClockResponse {
  @Instant()
  now: string;
}

export const healthEndpoints = {
  live: endpoint({
    method: 'GET',
    path: '/health/live',
    access: 'public',
    summary: 'The process answers',
    response: LiveResponse,
  }),
  ready: endpoint({
    method: 'GET',
    path: '/health/ready',
    access: 'public',
    summary: 'Everything needed to serve works; 503 otherwise',
    response: ReadyResponse,
  }),
};

/** Present only with `BATON_TEST_CLOCK=1`. */
export const clockEndpoints = {
  advance: endpoint({
    method: 'POST',
    path: '/test/clock',
    access: 'clock.advance',
    summary: "Move the whole system's time forward",
    body: AdvanceClockDto,
    response: TestClockResponse,
  }),
};
