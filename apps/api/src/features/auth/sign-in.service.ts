import { LoginDto } from '@baton/contracts/auth/auth.dto';
import type { SignedInResponse } from '@baton/contracts/auth/auth.response';
import type { ErrorCode } from '@baton/contracts/http/errors';
import { SIGN_IN_REFUSALS } from '@baton/domain/accounts/account-status';
import { systemActor } from '@baton/domain/permissions/actor';
import type { TenantId } from '@baton/domain/shared/brand';
import { Injectable } from '@nestjs/common';
import { AccessTokens } from '../../platform/access/access-token.js';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import { AppError } from '../../platform/http/app-error.js';
import { TenantQueries } from '../tenants/tenant.queries.js';
import { type Credential, CredentialQueries } from '../users/credential.queries.js';
import { CredentialService } from '../users/credential.service.js';
import { SessionUserQueries } from '../users/session-user.queries.js';
import { KnownDeviceService } from './known-device.service.js';
import { PasswordHashService } from './password-hash.service.js';
import { type Device, type OpenedSession, SessionService } from './session.service.js';
import { SignInLimitsService } from './sign-in-limits.service.js';

/** No organization has this id. Looked into when there is nothing else to look into, to take the same time. */
const NOWHERE = '00000000-0000-0000-0000-000000000000' as TenantId;

/** What the browser is given: the body, and the cookie that keeps it signed in. */
export interface SignedIn {
  response: SignedInResponse;
  refreshToken: string;
}

@Injectable()
export class SignInService {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly tenants: TenantQueries,
    private readonly credentials: CredentialQueries,
    private readonly accounts: CredentialService,
    private readonly passwords: PasswordHashService,
    private readonly limits: SignInLimitsService,
    private readonly devices: KnownDeviceService,
    private readonly sessions: SessionService,
    private readonly tokens: AccessTokens,
    private readonly users: SessionUserQueries,
  ) {}

  /**
   * @param deviceCookie what the browser remembers of an earlier sign-in
   * @throws AppError request.rate_limited, auth.invalid_credentials; only after the right password
   * auth.organization_required {organizations} and auth.account_* tell more
   */
  async signIn(given: LoginDto, device: Device, deviceCookie: string | undefined): Promise<SignedIn> {
    const { email } = given;
    const knownDevice = this.devices.recognize(deviceCookie, email);
    const accounts = await this.limits.guard({ email, ip: device.ip, knownDevice }, () => this.accountsOf(given));
    const account = onlyOne(accounts);
    if (account.status !== 'approved') {
      const details = account.status === 'rejected' ? { reason: account.rejectedReason } : {};
      throw new AppError(SIGN_IN_REFUSALS[account.status] as ErrorCode, details);
    }
    return this.open(account, device);
  }

  /**
   * Opens a session for somebody whose password was found right. It may have been changed, or the account suspended,
   * while it was checked. @throws AppError auth.invalid_credentials
   */
  async open(account: Credential, device: Device): Promise<SignedIn> {
    const session = await this.transaction.run(account, async () => {
      const scope = systemActor(account.tenantId);
      if (!(await this.accounts.noteSignIn(scope, account.id, account.passwordHash)))
        throw new AppError('auth.invalid_credentials');
      return this.sessions.open(account, device);
    });
    return this.present(session);
  }

  /** @throws AppError auth.refresh_rejected */
  async refresh(refreshToken: string | undefined): Promise<SignedIn> {
    return this.present(await this.sessions.refresh(refreshToken));
  }

  private async present({ actor, refreshToken }: OpenedSession): Promise<SignedIn> {
    const user = await this.users.get(actor);
    return { response: { ...this.tokens.issue(actor), user }, refreshToken };
  }

  /** Accounts of this e-mail that the password opens. */
  private async accountsOf({ email, password, organization }: LoginDto): Promise<Credential[]> {
    const tenantIds = organization
      ? [(await this.tenants.idForSlug(organization)) ?? NOWHERE]
      : await this.tenants.idsForEmail(email);
    const found: (Credential | null)[] = [];
    for (const tenantId of tenantIds.length > 0 ? tenantIds : [NOWHERE])
      found.push(await this.credentials.byEmail(systemActor(tenantId), email));
    // Side by side, and a comparison even where there is no account: the time tells nothing.
    const matches = await Promise.all(
      found.map((account) => this.passwords.matches(password, account?.passwordHash ?? null)),
    );
    return found.filter((account, index): account is Credential => account !== null && matches[index] === true);
  }
}

/** Of several accounts with one password, the only usable one. @throws AppError auth.organization_required */
function onlyOne(accounts: readonly Credential[]): Credential {
  const approved = accounts.filter((account) => account.status === 'approved');
  const candidates = approved.length > 0 ? approved : accounts;
  if (candidates.length === 1) return candidates[0]!;
  throw new AppError('auth.organization_required', {
    organizations: candidates.map((account) => ({ slug: account.organizationSlug, name: account.organizationName })),
  });
}
