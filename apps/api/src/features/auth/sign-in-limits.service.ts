import { Injectable } from '@nestjs/common';
import { type Limit, RateLimits } from '../../platform/access/rate-limits.repository.js';
import { AppError } from '../../platform/http/app-error.js';

const WINDOW_SECONDS = 15 * 60;
const MAX_PER_ACCOUNT = 10;
const MAX_PER_ACCOUNT_ANYWHERE = 100;
const MAX_PER_ADDRESS = 50;

export interface SignInAttempt {
  email: string;
  ip: string;
  /** Id of a device on which this account has signed in before. */
  knownDevice: string | null;
}

/** Slows down whoever guesses passwords. Only wrong ones count. */
@Injectable()
export class SignInLimitsService {
  constructor(private readonly rateLimits: RateLimits) {}

  /**
   * @param check the password check; an empty list means that nothing matched
   * @throws AppError request.rate_limited before any check, auth.invalid_credentials after it
   */
  async guard<T>(attempt: SignInAttempt, check: () => Promise<T[]>): Promise<T[]> {
    const own = ownLimit(attempt);
    const limits = attempt.knownDevice ? [own] : [own, ...sharedLimits(attempt)];
    await this.rateLimits.take(limits, WINDOW_SECONDS);
    const found = await check();
    if (found.length === 0) throw new AppError('auth.invalid_credentials');
    await this.rateLimits.giveBack(limits);
    await this.rateLimits.forget(own.key);
    return found;
  }
}

const ownLimit = ({ email, ip, knownDevice }: SignInAttempt): Limit => ({
  key: knownDevice ? `sign-in:device:${knownDevice}` : `sign-in:account:${email}:${ip}`,
  max: MAX_PER_ACCOUNT,
});

const sharedLimits = ({ email, ip }: SignInAttempt): Limit[] => [
  { key: `sign-in:account:${email}`, max: MAX_PER_ACCOUNT_ANYWHERE },
  { key: `sign-in:address:${ip}`, max: MAX_PER_ADDRESS },
];
