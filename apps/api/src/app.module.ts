import { type DynamicModule, Global, Module } from '@nestjs/common';
import { Config } from './config/config.js';
import { AnalyticsModule } from './features/analytics/analytics.module.js';
import { AssignmentModule } from './features/assignment/assignment.module.js';
import { AuthModule } from './features/auth/auth.module.js';
import { BulkEditsModule } from './features/bulk-edits/bulk-edits.module.js';
import { CategoriesModule } from './features/categories/categories.module.js';
import { ChangesModule } from './features/changes/changes.module.js';
import { ConversationModule } from './features/conversation/conversation.module.js';
import { CustomFieldsModule } from './features/custom-fields/custom-fields.module.js';
import { DraftsModule } from './features/drafts/drafts.module.js';
import { FilesModule } from './features/files/files.module.js';
import { HealthModule } from './features/health/health.module.js';
import { TestClockModule } from './features/health/test-clock.module.js';
import { MacrosModule } from './features/macros/macros.module.js';
import { MailboxModule } from './features/mail/mail.module.js';
import { NotificationsModule } from './features/notifications/notifications.module.js';
import { OrganizationsModule } from './features/organizations/organizations.module.js';
import { QueueModule } from './features/queue/queue.module.js';
import { RelationsModule } from './features/relations/relations.module.js';
import { SearchModule } from './features/search/search.module.js';
import { SkillsModule } from './features/skills/skills.module.js';
import { SlaModule } from './features/sla/sla.module.js';
import { TeamsModule } from './features/teams/teams.module.js';
import { TenantsModule } from './features/tenants/tenants.module.js';
import { TicketsModule } from './features/tickets/tickets.module.js';
import { UsersModule } from './features/users/users.module.js';
import { WorkProfilesModule } from './features/work-profiles/work-profiles.module.js';
import { DatabaseModule } from './platform/database/database.module.js';
import { Log } from './platform/log/log.token.js';
import { MailModule } from './platform/mail/mail.module.js';
import { PlatformModule } from './platform/platform.module.js';
import { StorageModule } from './platform/storage/storage.module.js';

const FEATURES = [
  AnalyticsModule,
  AssignmentModule,
  AuthModule,
  BulkEditsModule,
  CategoriesModule,
  ChangesModule,
  ConversationModule,
  CustomFieldsModule,
  DraftsModule,
  FilesModule,
  HealthModule,
  MacrosModule,
  MailboxModule,
  NotificationsModule,
  OrganizationsModule,
  QueueModule,
  SearchModule,
  RelationsModule,
  SkillsModule,
  SlaModule,
  TeamsModule,
  TenantsModule,
  TicketsModule,
  UsersModule,
  WorkProfilesModule,
];

const featuresFor = (config: Config) => [...FEATURES, ...(config.BATON_TEST_CLOCK ? [TestClockModule] : [])];

/** The product: its plumbing and its features. */
@Global()
@Module({})
// biome-ignore lint/complexity/noStaticOnlyClass: a Nest module is a class
export class AppModule {
  static with(config: Config, log: Log): DynamicModule {
    return {
      module: AppModule,
      imports: [DatabaseModule, StorageModule, MailModule, PlatformModule, ...featuresFor(config)],
      providers: [
        { provide: Config, useValue: config },
        { provide: Log, useValue: log },
      ],
      exports: [Config, Log],
    };
  }
}
