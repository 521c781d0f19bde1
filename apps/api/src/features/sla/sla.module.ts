import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { TicketsModule } from '../tickets/tickets.module.js';
import { BackTestService } from './back-test.service.js';
import { CalendarEntity } from './calendar.entity.js';
import { CalendarRepository } from './calendar.repository.js';
import { CalendarsController } from './calendars.controller.js';
import { CalendarsService } from './calendars.service.js';
import { ClockRepository } from './clock.repository.js';
import { ClockTicketsQueries } from './clock-tickets.queries.js';
import { ClocksService } from './clocks.service.js';
import { EscalationService } from './escalation.service.js';
import { PastTicketsQueries } from './past-tickets.queries.js';
import { PoliciesController } from './policies.controller.js';
import { PoliciesService } from './policies.service.js';
import { PolicyEntity } from './policy.entity.js';
import { PolicyRepository } from './policy.repository.js';
import { SlaController } from './sla.controller.js';
import { SlaJobs } from './sla.jobs.js';
import { SlaListeners } from './sla.listeners.js';
import { SlaRulesService } from './sla-rules.service.js';
import { TicketClocksQueries } from './ticket-clocks.queries.js';
import { TicketHistoryQueries } from './ticket-history.queries.js';

@Module({
  imports: [TypeOrmModule.forFeature([CalendarEntity, PolicyEntity]), TicketsModule],
  controllers: [CalendarsController, PoliciesController, SlaController],
  providers: [
    BackTestService,
    CalendarRepository,
    CalendarsService,
    ClockRepository,
    ClocksService,
    ClockTicketsQueries,
    EscalationService,
    PastTicketsQueries,
    PoliciesService,
    PolicyRepository,
    SlaJobs,
    SlaListeners,
    SlaRulesService,
    TicketClocksQueries,
    TicketHistoryQueries,
  ],
  exports: [CalendarsService, ClocksService, PoliciesService],
})
export class SlaModule {}
