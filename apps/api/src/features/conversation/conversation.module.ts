import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuthModule } from '../auth/auth.module.js';
import { FilesModule } from '../files/files.module.js';
import { TeamsModule } from '../teams/teams.module.js';
import { TicketsModule } from '../tickets/tickets.module.js';
import { PeopleModule } from '../users/people.module.js';
import { AttachmentDownloadService } from './attachment-download.service.js';
import { ConflictQueries } from './conflict.queries.js';
import { ConversationController } from './conversation.controller.js';
import { ConversationGateway } from './conversation.gateway.js';
import { ConversationRealtime } from './conversation.realtime.js';
import { ConversationService } from './conversation.service.js';
import { FollowUpService } from './follow-up.service.js';
import { MergedTimelineQueries } from './merged-timeline.queries.js';
import { MessageEntity } from './message.entity.js';
import { MessageRepository } from './message.repository.js';
import { MessageRoutingService } from './message-routing.service.js';
import { PresenceService } from './presence.service.js';
import { TimelineQueries } from './timeline.queries.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([MessageEntity]),
    AuthModule,
    FilesModule,
    PeopleModule,
    TeamsModule,
    TicketsModule,
  ],
  controllers: [ConversationController],
  providers: [
    AttachmentDownloadService,
    ConflictQueries,
    ConversationGateway,
    ConversationRealtime,
    ConversationService,
    FollowUpService,
    MergedTimelineQueries,
    MessageRepository,
    MessageRoutingService,
    PresenceService,
    TimelineQueries,
  ],
  exports: [ConversationService],
})
export class ConversationModule {}
