import { Module } from '@nestjs/common';
import { CategoriesModule } from '../categories/categories.module.js';
import { RelationsModule } from '../relations/relations.module.js';
import { TeamsModule } from '../teams/teams.module.js';
import { TicketsModule } from '../tickets/tickets.module.js';
import { PeopleModule } from '../users/people.module.js';
import { BulkApplyService } from './bulk-apply.service.js';
import { BulkEditQueries } from './bulk-edit.queries.js';
import { BulkEditRepository } from './bulk-edit.repository.js';
import { BulkEditsController } from './bulk-edits.controller.js';
import { BulkEditsJobs } from './bulk-edits.jobs.js';
import { BulkEditsService } from './bulk-edits.service.js';
import { BulkRestoreService } from './bulk-restore.service.js';
import { RestoredNamesQueries } from './restored-names.queries.js';

/** The same change on many tickets, and back. */
@Module({
  imports: [CategoriesModule, PeopleModule, RelationsModule, TeamsModule, TicketsModule],
  controllers: [BulkEditsController],
  providers: [
    BulkApplyService,
    BulkEditQueries,
    BulkEditRepository,
    BulkEditsJobs,
    BulkEditsService,
    BulkRestoreService,
    RestoredNamesQueries,
  ],
})
export class BulkEditsModule {}
