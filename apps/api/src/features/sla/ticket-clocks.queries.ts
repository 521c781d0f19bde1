import type { TicketClocksResponse } from '@baton/contracts/sla/sla.response';
import type { Actor } from '@baton/domain/permissions/actor';
import { bareClocks } from '@baton/domain/sla/ticket-clocks';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import { notFound } from '../../platform/http/app-error.js';
import { TicketAccess } from '../tickets/ticket-access.service.js';
import { CalendarRepository } from './calendar.repository.js';
import { ClockRepository } from './clock.repository.js';
import { SlaRulesService } from './sla-rules.service.js';
import { inOrder, type Promised, presentClock } from './ticket-clocks.presenter.js';
import { TicketHistoryQueries } from './ticket-history.queries.js';

/** The clocks of one ticket with the sums behind their deadlines. */
@Injectable()
export class TicketClocksQueries {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly access: TicketAccess,
    private readonly clocks: ClockRepository,
    private readonly histories: TicketHistoryQueries,
    private readonly rules: SlaRulesService,
    private readonly calendars: CalendarRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws resource.not_found, also for whoever sees the ticket without working on it */
  of(actor: Actor, ref: string): Promise<TicketClocksResponse> {
    return this.transaction.read(actor, async () => {
      const { ticket, worksOnIt } = await this.access.view(actor, ref);
      if (!worksOnIt) throw notFound();
      const { id } = ticket;
      const [kept, histories] = await Promise.all([this.clocks.of(actor, [id]), this.histories.of(actor, [id])]);
      const promised = (kept.get(id) ?? []).filter((clock): clock is Promised => clock.terms !== null);
      const terms = promised.map((clock) => clock.terms);
      const [calendarOf, names] = await Promise.all([
        this.rules.compiled(actor, terms),
        this.calendars.names(actor, terms),
      ]);
      const bare = bareClocks(histories.get(id) ?? []);
      const now = this.clock.now().getTime();
      const clocks = inOrder(promised).map((clock) =>
        presentClock(clock, bare, calendarOf(clock.terms), names.get(clock.terms.calendarId) ?? '', now),
      );
      return { clocks };
    });
  }
}
