import { RegisterDto } from '@baton/contracts/auth/auth.dto';
import { type Actor, systemActor } from '@baton/domain/permissions/actor';
import { Injectable } from '@nestjs/common';
import { atLeast } from '../../platform/access/at-least.js';
import { RateLimits } from '../../platform/access/rate-limits.repository.js';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import { EventRecorder } from '../../platform/events/event-recorder.js';
import { PasswordHashService } from '../auth/password-hash.service.js';
import { TenantQueries } from '../tenants/tenant.queries.js';
import { NewUserService } from './new-user.service.js';
import { UserRepository } from './user.repository.js';

const QUARTER_HOUR = 15 * 60;
const MAX_PER_ADDRESS = 100;
const MAX_PER_EMAIL_AND_HOUR = 5;
/** Longer than any of the ways to the one answer takes. */
const ANSWER_MS = 60;

/** Asking for an account. The answer is the same whether the e-mail or the organization is known or not. */
@Injectable()
export class RegistrationService {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly users: UserRepository,
    private readonly newUsers: NewUserService,
    private readonly tenants: TenantQueries,
    private readonly passwords: PasswordHashService,
    private readonly events: EventRecorder,
    private readonly rateLimits: RateLimits,
  ) {}

  /** @throws AppError password.*, request.rate_limited */
  async register(applicant: RegisterDto, ip: string): Promise<void> {
    await this.rateLimits.take([{ key: `register:address:${ip}`, max: MAX_PER_ADDRESS }], QUARTER_HOUR);
    const { name, email, password } = applicant;
    const passwordHash = await this.passwords.hashNew(password, [name, email]);
    await atLeast(ANSWER_MS, async () => {
      const budget = { key: `register:email:${email}`, max: MAX_PER_EMAIL_AND_HOUR };
      // Over its budget a known owner is spared further mails, and a stranger is told nothing.
      if ((await this.rateLimits.tryTake([budget], 3600)) !== null) return;
      const tenantId = await this.tenants.idForSlug(applicant.organization);
      if (tenantId) await this.ask(systemActor(tenantId), applicant, passwordHash);
    });
  }

  private ask(actor: Actor, { name, email, phone }: RegisterDto, passwordHash: string): Promise<void> {
    return this.transaction.run(actor, async () => {
      const user = await this.newUsers.add(actor, {
        name,
        email,
        phone: phone ?? null,
        passwordHash,
        role: 'employee',
        status: 'pending',
      });
      if (user) {
        await this.events.record(actor, { type: 'user.registered', subjectId: user.id });
        return;
      }
      const owner = await this.users.byEmail(actor, email);
      if (owner) await this.events.record(actor, { type: 'user.registration_repeated', subjectId: owner.id });
    });
  }
}
