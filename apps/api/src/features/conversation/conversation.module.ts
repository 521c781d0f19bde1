import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuthModule } from '../auth/auth.module.js';
import { DraftsModule } from '../drafts/drafts.module.js';
import { FilesModule } from '../files/files.module.js';
import { NotificationsModule } from '../notifications/notifications.module.js';
import { TeamsModule } from '../teams/teams.module.js';
import { TicketsModule } from '../tickets/tickets.module.js';
import { PeopleModule } from '../users/people.module.js';
import { WorkProfilesModule } from '../work-profiles/work-profiles.module.js';
import { AttachmentDownloadService } from './attachment-download.service.js';
import { ConflictQueries } from './conflict.queries.js';
import { ConversationController } from './conversation.controller.js';
import { ConversationGateway } from './conversation.gateway.js';
import { ConversationRealtime } from './conversation.realtime.js';
import { ConversationService } from './conversation.service.js';
import { FollowUpService } from './follow-up.service.js';
import { FreshMessages } from './fresh-messages.service.js';
import { MentionQueries } from './mention.queries.js';
import { MergedTimelineQueries } from './merged-timeline.queries.js';
import { MessageEntity } from './message.entity.js';
import { MessageQueries } from './message.queries.js';
import { MessageRealtime } from './message.realtime.js';
import { MessageRepository } from './message.repository.js';
import { MessageEditingService } from './message-editing.service.js';
import { MessageMovesQueries } from './message-moves.queries.js';
import { MessageMovesService } from './message-moves.service.js';
import { MessageRoutingService } from './message-routing.service.js';
import { MessageVersionRepository } from './message-version.repository.js';
import { PresenceService } from './presence.service.js';
import { TicketReadRepository } from './ticket-read.repository.js';
import { TicketReadsService } from './ticket-reads.service.js';
import { TimelineQueries } from './timeline.queries.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([MessageEntity]),
    AuthModule,
    DraftsModule,
    FilesModule,
    NotificationsModule,
    PeopleModule,
    TeamsModule,
    TicketsModule,
    WorkProfilesModule,
  ],
  controllers: [ConversationController],
  providers: [
    AttachmentDownloadService,
    ConflictQueries,
    ConversationGateway,
    ConversationRealtime,
    ConversationService,
    FollowUpService,
    FreshMessages,
    MergedTimelineQueries,
    MentionQueries,
    MessageEditingService,
    MessageRealtime,
    MessageMovesQueries,
    MessageMovesService,
    MessageQueries,
    MessageRepository,
    MessageRoutingService,
    MessageVersionRepository,
    PresenceService,
    TicketReadRepository,
    TicketReadsService,
    TimelineQueries,
  ],
  exports: [ConversationService, MessageMovesService, MessageQueries, TicketReadsService],
})
export class ConversationModule {}
