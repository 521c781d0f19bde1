import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CategoriesModule } from '../categories/categories.module.js';
import { CustomFieldsModule } from '../custom-fields/custom-fields.module.js';
import { FilesModule } from '../files/files.module.js';
import { SearchModule } from '../search/search.module.js';
import { TeamsModule } from '../teams/teams.module.js';
import { TenantsModule } from '../tenants/tenants.module.js';
import { PeopleModule } from '../users/people.module.js';
import { WorkProfilesModule } from '../work-profiles/work-profiles.module.js';
import { TicketEntity } from './ticket.entity.js';
import { TicketRepository } from './ticket.repository.js';
import { TicketAccess } from './ticket-access.service.js';
import { TicketAssignmentService } from './ticket-assignment.service.js';
import { TicketChangesService } from './ticket-changes.service.js';
import { TicketConversationService } from './ticket-conversation.service.js';
import { TicketCreationService } from './ticket-creation.service.js';
import { TicketDetailQueries } from './ticket-detail.queries.js';
import { TicketEditService } from './ticket-edit.service.js';
import { TicketFieldValues } from './ticket-field-values.service.js';
import { TicketMergesQueries } from './ticket-merges.queries.js';
import { TicketReadingQueries } from './ticket-reading.queries.js';
import { TicketRecordService } from './ticket-record.service.js';
import { TicketRelationsQueries } from './ticket-relations.queries.js';
import { TicketStatusService } from './ticket-status.service.js';
import { TicketSummaryQueries } from './ticket-summary.queries.js';
import { TicketWatchersService } from './ticket-watchers.service.js';
import { TicketsController } from './tickets.controller.js';
import { TicketsJobs } from './tickets.jobs.js';
import { TicketsRealtime } from './tickets.realtime.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([TicketEntity]),
    CategoriesModule,
    CustomFieldsModule,
    FilesModule,
    PeopleModule,
    SearchModule,
    TeamsModule,
    TenantsModule,
    WorkProfilesModule,
  ],
  controllers: [TicketsController],
  providers: [
    TicketAccess,
    TicketAssignmentService,
    TicketChangesService,
    TicketConversationService,
    TicketCreationService,
    TicketDetailQueries,
    TicketEditService,
    TicketFieldValues,
    TicketMergesQueries,
    TicketRecordService,
    TicketRelationsQueries,
    TicketRepository,
    TicketsJobs,
    TicketsRealtime,
    TicketReadingQueries,
    TicketStatusService,
    TicketSummaryQueries,
    TicketWatchersService,
  ],
  exports: [
    TicketAccess,
    TicketAssignmentService,
    TicketChangesService,
    TicketConversationService,
    TicketCreationService,
    TicketDetailQueries,
    TicketEditService,
    TicketMergesQueries,
    TicketRecordService,
    TicketReadingQueries,
    TicketStatusService,
    TicketSummaryQueries,
    TicketWatchersService,
  ],
})
export class TicketsModule {}
