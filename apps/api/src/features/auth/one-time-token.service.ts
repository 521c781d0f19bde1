import { type Actor, systemActor } from '@baton/domain/permissions/actor';
import { Injectable } from '@nestjs/common';
import { newOpaqueToken, readOpaqueToken } from '../../platform/access/opaque-token.js';
import { Clock } from '../../platform/clock/clock.js';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import { AppError } from '../../platform/http/app-error.js';
import { OneTimeTokenRepository, type TokenPurpose } from './one-time-token.repository.js';

const LIFETIME_MS: Record<TokenPurpose, number> = {
  invitation: 7 * 24 * 3_600_000,
  password_reset: 30 * 60_000,
};

/** Whom a token speaks for. */
export interface TokenBearer {
  scope: Actor;
  userId: string;
}

@Injectable()
export class OneTimeTokenService {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly tokens: OneTimeTokenRepository,
    private readonly clock: Clock,
  ) {}

  /** A new token; earlier ones of the same purpose end. The text goes into a mail and nowhere else. */
  async issue(actor: Actor, userId: string, purpose: TokenPurpose): Promise<{ text: string; expiresAt: Date }> {
    const createdAt = this.clock.now();
    const expiresAt = new Date(createdAt.getTime() + LIFETIME_MS[purpose]);
    const { text, hash } = newOpaqueToken(actor.tenantId);
    await this.tokens.endAll(actor, userId, [purpose], createdAt);
    await this.tokens.insert(actor, { hash, userId, purpose, createdAt, expiresAt });
    return { text, expiresAt };
  }

  /** Looks without using it up. @throws AppError auth.token_invalid */
  bearerOf(text: string, purpose: TokenPurpose): Promise<TokenBearer> {
    return this.find(text, (scope, hash) => this.tokens.userOf(scope, hash, purpose, this.clock.now()));
  }

  /** Uses it up, if the open transaction commits. @throws AppError auth.token_invalid */
  consume(text: string, purpose: TokenPurpose): Promise<TokenBearer> {
    return this.find(text, (scope, hash) => this.tokens.consume(scope, hash, purpose, this.clock.now()));
  }

  async endAll(actor: Actor, userId: string): Promise<void> {
    await this.tokens.endAll(actor, userId, ['invitation', 'password_reset'], this.clock.now());
  }

  private async find(
    text: string,
    lookUp: (scope: Actor, hash: Buffer) => Promise<string | null>,
  ): Promise<TokenBearer> {
    const token = readOpaqueToken(text);
    if (!token) throw new AppError('auth.token_invalid');
    const scope = systemActor(token.tenantId);
    const userId = await this.transaction.run(scope, () => lookUp(scope, token.hash));
    if (!userId) throw new AppError('auth.token_invalid');
    return { scope, userId };
  }
}
