import { Module } from '@nestjs/common';
import { CategoriesModule } from '../categories/categories.module.js';
import { SlaModule } from '../sla/sla.module.js';
import { TeamsModule } from '../teams/teams.module.js';
import { TicketsModule } from '../tickets/tickets.module.js';
import { PeopleModule } from '../users/people.module.js';
import { WorkProfilesModule } from '../work-profiles/work-profiles.module.js';
import { AssignmentController } from './assignment.controller.js';
import { AssignmentJobs } from './assignment.jobs.js';
import { AssignmentListeners } from './assignment.listeners.js';
import { AssignmentRepository } from './assignment.repository.js';
import { AssignmentEngine } from './assignment-engine.service.js';
import { AssignmentExplanations } from './assignment-explanations.service.js';
import { AssignmentFacts } from './assignment-facts.queries.js';
import { AssignmentRecords } from './assignment-record.queries.js';
import { HandlingTimesQueries } from './handling-times.queries.js';
import { HandlingTimesRepository } from './handling-times.repository.js';
import { HandlingTimesService } from './handling-times.service.js';
import { RebalancingService } from './rebalancing.service.js';
import { WakingRepository } from './waking.repository.js';

@Module({
  imports: [CategoriesModule, PeopleModule, SlaModule, TeamsModule, TicketsModule, WorkProfilesModule],
  controllers: [AssignmentController],
  providers: [
    AssignmentEngine,
    AssignmentExplanations,
    AssignmentFacts,
    AssignmentJobs,
    AssignmentListeners,
    AssignmentRecords,
    AssignmentRepository,
    HandlingTimesQueries,
    HandlingTimesRepository,
    HandlingTimesService,
    RebalancingService,
    WakingRepository,
  ],
  exports: [HandlingTimesService],
})
export class AssignmentModule {}
