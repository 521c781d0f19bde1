import { ChangePasswordDto, ForgotPasswordDto, ResetPasswordDto } from '@baton/contracts/auth/auth.dto';
import { type Actor, systemActor, type UserActor } from '@baton/domain/permissions/actor';
import { Injectable } from '@nestjs/common';
import { atLeast } from '../../platform/access/at-least.js';
import { RateLimits } from '../../platform/access/rate-limits.repository.js';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import { EventRecorder } from '../../platform/events/event-recorder.js';
import { AppError } from '../../platform/http/app-error.js';
import { MailOutbox } from '../notifications/mail-outbox.service.js';
import { TenantQueries } from '../tenants/tenant.queries.js';
import { CredentialQueries } from '../users/credential.queries.js';
import { CredentialService } from '../users/credential.service.js';
import { OneTimeTokenService } from './one-time-token.service.js';
import { PasswordHashService } from './password-hash.service.js';
import { SessionEndingService } from './session-ending.service.js';

const QUARTER_HOUR = 15 * 60;
const HOUR = 3600;
const MAX_PER_ADDRESS = 100;
const MAX_MAILS_PER_HOUR = 5;
const MAX_WRONG_CURRENT = 10;
/** Longer than finding an account and queueing its mail takes. */
const ANSWER_MS = 60;

@Injectable()
export class PasswordService {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly tenants: TenantQueries,
    private readonly credentials: CredentialQueries,
    private readonly accounts: CredentialService,
    private readonly passwords: PasswordHashService,
    private readonly tokens: OneTimeTokenService,
    private readonly sessions: SessionEndingService,
    private readonly outbox: MailOutbox,
    private readonly events: EventRecorder,
    private readonly rateLimits: RateLimits,
  ) {}

  /** Ends the same way and as late, whether or not there is such an account. @throws AppError request.rate_limited */
  async forgot({ email, organization }: ForgotPasswordDto, ip: string): Promise<void> {
    await this.rateLimits.take([{ key: `password-forgot:address:${ip}`, max: MAX_PER_ADDRESS }], QUARTER_HOUR);
    await atLeast(ANSWER_MS, async () => {
      const budget = { key: `password-forgot:email:${email}`, max: MAX_MAILS_PER_HOUR };
      if ((await this.rateLimits.tryTake([budget], HOUR)) !== null) return;
      const named = organization ? [await this.tenants.idForSlug(organization)] : await this.tenants.idsForEmail(email);
      for (const tenantId of named) if (tenantId) await this.mailLink(systemActor(tenantId), email);
    });
  }

  /** @throws AppError auth.token_invalid, password.*; the token stays good after a refused password */
  async reset({ token, password }: ResetPasswordDto, ip: string): Promise<void> {
    await this.rateLimits.take([{ key: `password-reset:address:${ip}`, max: MAX_PER_ADDRESS }], QUARTER_HOUR);
    const { scope, userId } = await this.tokens.bearerOf(token, 'password_reset');
    const hash = await this.hashFor(scope, userId, password);
    await this.transaction.run(scope, async () => {
      await this.tokens.consume(token, 'password_reset');
      await this.accounts.setPassword(scope, userId, hash);
      await this.sessions.end(scope, userId, 'signed_out');
    });
  }

  /** @throws AppError auth.wrong_password, request.rate_limited, password.* */
  async change(actor: UserActor, { currentPassword, newPassword }: ChangePasswordDto): Promise<void> {
    const limits = [{ key: `password-change:${actor.userId}`, max: MAX_WRONG_CURRENT }];
    // First, because there a retry that has its answer already ends: it is no attempt.
    const account = await this.credentials.byId(actor, actor.userId);
    await this.rateLimits.take(limits, QUARTER_HOUR);
    const isRight = await this.passwords.matches(currentPassword, account?.passwordHash ?? null);
    if (!isRight) throw new AppError('auth.wrong_password');
    await this.rateLimits.giveBack(limits);
    const hash = await this.hashFor(actor, actor.userId, newPassword);
    await this.transaction.run(actor, async () => {
      await this.accounts.setPassword(actor, actor.userId, hash);
      await this.tokens.endAll(actor, actor.userId);
      await this.sessions.end(actor, actor.userId, 'signed_out', { except: actor.sessionId });
    });
  }

  private async hashFor(scope: Actor, userId: string, password: string): Promise<string> {
    const account = await this.credentials.byId(scope, userId);
    return this.passwords.hashNew(password, account ? [account.name, account.email] : []);
  }

  /** The mail is written here and not by a listener: its link must not be in the event. */
  private mailLink(scope: Actor, email: string): Promise<void> {
    return this.transaction.run(scope, async () => {
      const account = await this.credentials.byEmail(scope, email);
      if (account?.status !== 'approved' || account.invitationPending) return;
      const event = await this.events.record(scope, { type: 'user.password_reset_requested', subjectId: account.id });
      const { text, expiresAt } = await this.tokens.issue(scope, account.id, 'password_reset');
      const url = `${this.outbox.baseUrl}/reset-password?token=${text}`;
      await this.outbox.queue(scope, event.id, 'password.reset', account, { url, expiresAt });
    });
  }
}
