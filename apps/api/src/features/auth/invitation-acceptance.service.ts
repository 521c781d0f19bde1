import { AcceptInvitationDto } from '@baton/contracts/auth/auth.dto';
import { Injectable } from '@nestjs/common';
import { RateLimits } from '../../platform/access/rate-limits.repository.js';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import { AppError } from '../../platform/http/app-error.js';
import { CredentialQueries } from '../users/credential.queries.js';
import { CredentialService } from '../users/credential.service.js';
import { OneTimeTokenService } from './one-time-token.service.js';
import { PasswordHashService } from './password-hash.service.js';
import type { Device } from './session.service.js';
import { type SignedIn, SignInService } from './sign-in.service.js';

const MAX_PER_ADDRESS = 100;
const QUARTER_HOUR = 15 * 60;

@Injectable()
export class InvitationAcceptanceService {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly tokens: OneTimeTokenService,
    private readonly credentials: CredentialQueries,
    private readonly accounts: CredentialService,
    private readonly passwords: PasswordHashService,
    private readonly signIn: SignInService,
    private readonly rateLimits: RateLimits,
  ) {}

  /** Of several who hold the same link, one gets the account. @throws AppError auth.token_invalid, password.* */
  async accept({ token, name, password }: AcceptInvitationDto, device: Device): Promise<SignedIn> {
    await this.rateLimits.take([{ key: `invitation:address:${device.ip}`, max: MAX_PER_ADDRESS }], QUARTER_HOUR);
    const { scope, userId } = await this.tokens.bearerOf(token, 'invitation');
    const invited = await this.credentials.byId(scope, userId);
    if (!invited) throw new AppError('auth.token_invalid');
    const passwordHash = await this.passwords.hashNew(password, [name ?? invited.name, invited.email]);
    return this.transaction.run(scope, async () => {
      await this.tokens.consume(token, 'invitation');
      await this.accounts.acceptInvitation(scope, userId, { name, passwordHash });
      return this.signIn.open({ ...invited, passwordHash }, device);
    });
  }
}
