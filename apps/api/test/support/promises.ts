import { conversationEndpoints } from '@baton/contracts/conversation/conversation.endpoints';
import type { TimelineEntryResponse } from '@baton/contracts/conversation/conversation.response';
import { clockEndpoints } from '@baton/contracts/health/health.endpoints';
import { slaEndpoints } from '@baton/contracts/sla/sla.endpoints';
import type { ClockResponse } from '@baton/contracts/sla/sla.response';
import { ticketsEndpoints } from '@baton/contracts/tickets/tickets.endpoints';
import { AccessTokens } from '../../src/platform/access/access-token.js';
import type { Organization, World } from './world.js';

type Targets = { firstResponse: number | null; nextResponse: number | null; resolution: number | null };

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
/** Open at any time, so that a moved clock counts to the second. */
export const ALWAYS = {
  timeZone: 'Europe/Berlin',
  windows: Object.fromEntries(DAYS.map((day) => [day, [['00:00', '24:00']]])),
  holidays: [],
};

export const same = (targets: Targets) => ({ low: targets, medium: targets, high: targets, urgent: targets });
/** First response in 1 hour, next in 2, resolved in 8. */
export const HOURS: Targets = { firstResponse: 60, nextResponse: 120, resolution: 480 };

/** Speaks of promises in one organization of a running world. */
export class Promises {
  constructor(
    private readonly world: World,
    private readonly of: Organization,
  ) {}

  async calendar(name = 'Always', calendar: Record<string, unknown> = ALWAYS): Promise<string> {
    const answer = await this.of.admin.client.call(slaEndpoints.createCalendar, { body: { name, calendar } });
    if (answer.status !== 201) throw new Error(JSON.stringify(answer.error));
    return answer.body.id;
  }

  async policy(body: Record<string, unknown>): Promise<string> {
    const answer = await this.of.admin.client.call(slaEndpoints.createPolicy, {
      body: { name: 'Standard', targets: same(HOURS), ...body },
    });
    if (answer.status !== 201) throw new Error(JSON.stringify(answer.error));
    await this.world.jobsDone();
    return answer.body.id;
  }

  /** Time goes by for the whole system; what fell due meanwhile is told afterwards. */
  async after(minutes: number): Promise<void> {
    await this.moveClock(minutes);
    await this.settled();
  }

  async moveClock(minutes: number): Promise<void> {
    const { admin, coordinator, insider, employee, stranger } = this.of;
    const answer = await admin.client.call(clockEndpoints.advance, { body: { advanceSeconds: minutes * 60 } });
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.error));
    // Access tokens have grown old with everything else.
    const tokens = this.world.app.get(AccessTokens, { strict: false });
    for (const { client, actor } of [admin, coordinator, insider, employee, stranger])
      client.token = tokens.issue(actor).accessToken;
  }

  /** Until no clock has anything to say and no job is left. */
  async settled(): Promise<void> {
    const { admin } = this.of;
    for (let tries = 0; tries < 400; tries++) {
      await this.world.jobsDone();
      const now = await this.now();
      const [row] = await this.world.sql<{ due: number }>(
        'SELECT count(*)::int AS due FROM sla_clocks WHERE tenant_id = $1 AND next_at <= $2',
        [admin.tenant.id, now],
      );
      if (row?.due === 0) return this.world.jobsDone();
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    throw new Error('Clocks were due all the time');
  }

  async now(): Promise<Date> {
    const [row] = await this.world.sql<{ seconds: string }>('SELECT offset_seconds AS seconds FROM system_clock');
    return new Date(Date.now() + Number(row?.seconds) * 1000);
  }

  async clocks(id: string): Promise<ClockResponse[]> {
    await this.world.jobsDone();
    const answer = await this.of.coordinator.client.call(slaEndpoints.ofTicket, { params: { id } });
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.error));
    return answer.body.clocks;
  }

  /** `first_response 1 running`, of all clocks in their order. */
  async states(id: string): Promise<string[]> {
    return (await this.clocks(id)).map(({ metric, cycle, state }) => `${metric} ${cycle} ${state}`);
  }

  /** Entries about promises, as those who work on the ticket read them. */
  async told(id: string): Promise<Pick<TimelineEntryResponse, 'type' | 'data'>[]> {
    await this.world.jobsDone();
    const { client } = this.of.coordinator;
    const answer = await client.call(conversationEndpoints.timeline, { params: { id }, query: { limit: 100 } });
    return answer.body.items.filter(({ type }) => type.startsWith('sla.')).map(({ type, data }) => ({ type, data }));
  }

  async ticket(id: string) {
    await this.world.jobsDone();
    return (await this.of.coordinator.client.call(ticketsEndpoints.get, { params: { id } })).body;
  }
}
