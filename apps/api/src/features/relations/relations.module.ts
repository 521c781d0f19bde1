import { Module } from '@nestjs/common';
import { ConversationModule } from '../conversation/conversation.module.js';
import { FilesModule } from '../files/files.module.js';
import { TicketsModule } from '../tickets/tickets.module.js';
import { PeopleModule } from '../users/people.module.js';
import { JoiningService } from './joining.service.js';
import { LinkRepository } from './link.repository.js';
import { LinksService } from './links.service.js';
import { MergeRepository } from './merge.repository.js';
import { MergeService } from './merge.service.js';
import { MergedStatusService } from './merged-status.service.js';
import { RelationsController } from './relations.controller.js';
import { SplitRepository } from './split.repository.js';
import { SplitService } from './split.service.js';
import { TicketPairsService } from './ticket-pairs.service.js';
import { UnmergeService } from './unmerge.service.js';
import { UnsplitService } from './unsplit.service.js';

@Module({
  imports: [ConversationModule, FilesModule, PeopleModule, TicketsModule],
  controllers: [RelationsController],
  providers: [
    JoiningService,
    LinkRepository,
    LinksService,
    MergeRepository,
    MergedStatusService,
    MergeService,
    SplitRepository,
    SplitService,
    TicketPairsService,
    UnmergeService,
    UnsplitService,
  ],
  exports: [MergedStatusService],
})
export class RelationsModule {}
