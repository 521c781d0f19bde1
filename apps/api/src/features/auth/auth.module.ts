import { Module } from '@nestjs/common';
import { NotificationsModule } from '../notifications/notifications.module.js';
import { TenantsModule } from '../tenants/tenants.module.js';
import { UsersModule } from '../users/users.module.js';
import { AuthController } from './auth.controller.js';
import { InvitationAcceptanceService } from './invitation-acceptance.service.js';
import { KnownDeviceService } from './known-device.service.js';
import { PasswordController } from './password.controller.js';
import { PasswordService } from './password.service.js';
import { SessionsModule } from './sessions.module.js';
import { SignInService } from './sign-in.service.js';
import { SignInLimitsService } from './sign-in-limits.service.js';

@Module({
  imports: [NotificationsModule, SessionsModule, TenantsModule, UsersModule],
  controllers: [AuthController, PasswordController],
  providers: [InvitationAcceptanceService, KnownDeviceService, PasswordService, SignInLimitsService, SignInService],
  exports: [SessionsModule],
})
export class AuthModule {}
