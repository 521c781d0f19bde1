import { Module } from '@nestjs/common';
import { TicketsModule } from '../tickets/tickets.module.js';
import { DraftRepository } from './draft.repository.js';
import { DraftsController } from './drafts.controller.js';
import { DraftsService } from './drafts.service.js';

@Module({
  imports: [TicketsModule],
  controllers: [DraftsController],
  providers: [DraftRepository, DraftsService],
  exports: [DraftsService],
})
export class DraftsModule {}
