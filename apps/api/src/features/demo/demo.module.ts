import { Module } from '@nestjs/common';
import { AssignmentModule } from '../assignment/assignment.module.js';
import { CategoriesModule } from '../categories/categories.module.js';
import { ConversationModule } from '../conversation/conversation.module.js';
import { CustomFieldsModule } from '../custom-fields/custom-fields.module.js';
import { MacrosModule } from '../macros/macros.module.js';
import { NotificationsModule } from '../notifications/notifications.module.js';
import { QueueModule } from '../queue/queue.module.js';
import { SkillsModule } from '../skills/skills.module.js';
import { SlaModule } from '../sla/sla.module.js';
import { TeamsModule } from '../teams/teams.module.js';
import { TicketsModule } from '../tickets/tickets.module.js';
import { UsersModule } from '../users/users.module.js';
import { WorkProfilesModule } from '../work-profiles/work-profiles.module.js';
import { DemoSeed } from './demo.seed.js';
import { DemoDesk } from './demo-desk.seed.js';
import { DemoArrangement } from './demo-fields.seed.js';
import { DemoPlay } from './demo-play.seed.js';
import { DemoPromises } from './demo-promises.seed.js';
import { DemoWorkdays } from './demo-work.seed.js';

/** Loaded when there is a demo to make, and not at all otherwise. */
@Module({
  imports: [
    AssignmentModule,
    CategoriesModule,
    ConversationModule,
    CustomFieldsModule,
    MacrosModule,
    NotificationsModule,
    QueueModule,
    SkillsModule,
    SlaModule,
    TeamsModule,
    TicketsModule,
    UsersModule,
    WorkProfilesModule,
  ],
  providers: [DemoArrangement, DemoDesk, DemoPlay, DemoPromises, DemoSeed, DemoWorkdays],
})
export class DemoModule {}
