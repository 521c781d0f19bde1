import type { BackTestDto } from '@baton/contracts/sla/sla.dto';
import type { BackTestResponse } from '@baton/contracts/sla/sla.response';
import type { Actor } from '@baton/domain/permissions/actor';
import { BackTest, type BackTestSummary, type SlaRules } from '@baton/domain/sla/back-test';
import { CompiledCalendar } from '@baton/domain/sla/compiled-calendar';
import { SLA_METRICS } from '@baton/domain/sla/policy';
import { PRIORITIES } from '@baton/domain/tickets/ticket-priority';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import { CalendarRepository } from './calendar.repository.js';
import { ClockTicketsQueries } from './clock-tickets.queries.js';
import { PastTicketsQueries } from './past-tickets.queries.js';
import { PoliciesService, wishOf } from './policies.service.js';
import { PolicyRepository } from './policy.repository.js';

const DAY_MS = 86_400_000;
const DEFAULT_DAYS = 90;

/** What changed policies would have made of the last tickets, by the replay that sets real deadlines. */
@Injectable()
export class BackTestService {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly policies: PolicyRepository,
    private readonly policiesService: PoliciesService,
    private readonly calendars: CalendarRepository,
    private readonly tickets: ClockTicketsQueries,
    private readonly past: PastTicketsQueries,
    private readonly clock: Clock,
  ) {}

  /** @throws request.invalid */
  async run(actor: Actor, { policies, days = DEFAULT_DAYS }: BackTestDto): Promise<BackTestResponse> {
    const now = this.clock.now().getTime();
    const from = new Date(now - days * DAY_MS);
    const [before, after, pathOf] = await this.transaction.read(actor, () => this.rules(actor, policies));
    const test = new BackTest(before, after, now);
    let tickets = 0;
    for await (const page of this.past.since(actor, from)) {
      tickets += page.length;
      for (const { id, history, ...facts } of page)
        test.add({ id, history, facts: { ...facts, categoryPath: pathOf(facts.categoryId) } });
    }
    return this.present(actor, { from: from.toISOString(), tickets }, test.summary());
  }

  private async rules(actor: Actor, policies: BackTestDto['policies']) {
    const wished = policies.map(wishOf);
    for (const [at, wish] of wished.entries()) await this.policiesService.requireKnown(actor, wish, `policies.${at}`);
    const [current, rows, pathOf] = await Promise.all([
      this.policies.list(actor),
      this.calendars.list(actor),
      this.tickets.categoryPaths(actor),
    ]);
    const calendars = new Map(rows.map(({ id, content }) => [id, new CompiledCalendar(content)]));
    const rules = (list: SlaRules['policies']): SlaRules => ({ policies: list, calendars });
    return [rules(current), rules(wished), pathOf] as const;
  }

  private async present(
    actor: Actor,
    scope: Pick<BackTestResponse, 'from' | 'tickets'>,
    { metrics, changedTickets, examples }: BackTestSummary,
  ): Promise<BackTestResponse> {
    const ids = examples.map(({ ticketId }) => ticketId);
    const links = await this.transaction.read(actor, () => this.past.links(actor, ids));
    const ofMetric = (metric: (typeof SLA_METRICS)[number]) => {
      const { before, after, byPriority } = metrics[metric];
      const rows = PRIORITIES.toReversed().map((priority) => ({ priority, ...byPriority[priority] }));
      return { metric, before, after, byPriority: rows };
    };
    const shown = examples.flatMap(({ ticketId, metric, before, after }) => {
      const ticket = links.get(ticketId);
      return ticket ? [{ ticket, metric, before, after }] : [];
    });
    return { ...scope, changedTickets, metrics: SLA_METRICS.map(ofMetric), examples: shown };
  }
}
