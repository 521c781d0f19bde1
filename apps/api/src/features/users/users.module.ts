import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { SessionsModule } from '../auth/sessions.module.js';
import { NotificationsModule } from '../notifications/notifications.module.js';
import { TeamsModule } from '../teams/teams.module.js';
import { TenantsModule } from '../tenants/tenants.module.js';
import { WorkProfilesModule } from '../work-profiles/work-profiles.module.js';
import { AccountStatusService } from './account-status.service.js';
import { AdminGuardService } from './admin-guard.service.js';
import { AvatarService } from './avatar.service.js';
import { CredentialQueries } from './credential.queries.js';
import { CredentialService } from './credential.service.js';
import { InvitationService } from './invitation.service.js';
import { NewUserService } from './new-user.service.js';
import { PeopleModule } from './people.module.js';
import { ProfileController } from './profile.controller.js';
import { RegistrationService } from './registration.service.js';
import { RegistrationDecisionService } from './registration-decision.service.js';
import { SessionUserQueries } from './session-user.queries.js';
import { UserEntity } from './user.entity.js';
import { UserQueries } from './user.queries.js';
import { UserRepository } from './user.repository.js';
import { UserAdminService } from './user-admin.service.js';
import { UserProfileService } from './user-profile.service.js';
import { UsersController } from './users.controller.js';
import { UsersListeners } from './users.listeners.js';
import { UsersRealtime } from './users.realtime.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([UserEntity]),
    NotificationsModule,
    PeopleModule,
    SessionsModule,
    TeamsModule,
    TenantsModule,
    WorkProfilesModule,
  ],
  controllers: [ProfileController, UsersController],
  providers: [
    AccountStatusService,
    AdminGuardService,
    AvatarService,
    CredentialQueries,
    CredentialService,
    InvitationService,
    NewUserService,
    RegistrationDecisionService,
    RegistrationService,
    SessionUserQueries,
    UserAdminService,
    UserProfileService,
    UserQueries,
    UserRepository,
    UsersListeners,
    UsersRealtime,
  ],
  exports: [
    CredentialQueries,
    CredentialService,
    NewUserService,
    RegistrationDecisionService,
    RegistrationService,
    SessionUserQueries,
    UserProfileService,
  ],
})
export class UsersModule {}
