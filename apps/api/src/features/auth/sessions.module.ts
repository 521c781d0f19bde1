import { Global, Module } from '@nestjs/common';
import { PassportModule } from '@nestjs/passport';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessTokens } from '../../platform/access/access-token.js';
import { Authenticator } from '../../platform/access/authenticator.js';
import { BearerStrategy } from '../../platform/access/bearer.strategy.js';
import { RateLimits } from '../../platform/access/rate-limits.repository.js';
import { AuthJobs } from './auth.jobs.js';
import { OneTimeTokenRepository } from './one-time-token.repository.js';
import { OneTimeTokenService } from './one-time-token.service.js';
import { PasswordHashService } from './password-hash.service.js';
import { SessionEntity } from './session.entity.js';
import { SessionQueries } from './session.queries.js';
import { SessionRepository } from './session.repository.js';
import { SessionService } from './session.service.js';
import { SessionAuthenticator } from './session-authenticator.service.js';
import { SessionEndingService } from './session-ending.service.js';

/** What being signed in rests on. Apart from AuthModule, because accounts end sessions and signing in needs accounts. */
@Global()
@Module({
  imports: [PassportModule, TypeOrmModule.forFeature([SessionEntity])],
  providers: [
    AccessTokens,
    AuthJobs,
    BearerStrategy,
    OneTimeTokenRepository,
    OneTimeTokenService,
    PasswordHashService,
    RateLimits,
    SessionAuthenticator,
    SessionEndingService,
    SessionQueries,
    SessionRepository,
    SessionService,
    { provide: Authenticator, useExisting: SessionAuthenticator },
  ],
  exports: [
    AccessTokens,
    Authenticator,
    OneTimeTokenService,
    PasswordHashService,
    RateLimits,
    SessionEndingService,
    SessionQueries,
    SessionService,
  ],
})
export class SessionsModule {}
