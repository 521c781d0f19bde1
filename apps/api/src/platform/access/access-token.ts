import { createSecretKey, type KeyObject } from 'node:crypto';
import type { UserActor } from '@baton/domain/permissions/actor';
import { Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import { Config } from '../../config/config.js';
import { Clock } from '../clock/clock.js';
import type { AccessClaims } from './authenticator.js';

export const ACCESS_TOKEN_SECONDS = 15 * 60;

/**
 * What every check of an access token insists on. The library's own look at the expiry is off because it knows
 * only the machine's time; `isCurrent` takes its place.
 */
const TOKEN_RULES = {
  algorithms: ['HS256' as const],
  issuer: 'baton',
  audience: 'baton-api',
  ignoreExpiration: true,
};

const isText = (value: unknown): value is string => typeof value === 'string';

/** Claims of the right shape and use, not yet expired. */
function isCurrent(claims: Partial<AccessClaims>, now: Date): claims is AccessClaims {
  const { sub, tid, sid, use, exp } = claims;
  return isText(sub) && isText(tid) && isText(sid) && use === 'access' && (exp ?? 0) * 1000 > now.getTime();
}

/** The secret is in place before anything is built: required, or generated with the embedded database. */
export function signingSecret(config: Config): string {
  if (!config.JWT_SECRET) throw new Error('JWT_SECRET is missing');
  return config.JWT_SECRET;
}

/** Made once: from a text the libraries would guess anew, at each token, what kind of key it might be. */
const signingKey = (config: Config): KeyObject => createSecretKey(Buffer.from(signingSecret(config)));

/** Issues and reads the short-lived tokens that requests and sockets carry. */
@Injectable()
export class AccessTokens {
  private readonly jwt: JwtService;

  constructor(
    config: Config,
    private readonly clock: Clock,
  ) {
    this.jwt = new JwtService({
      secret: signingKey(config),
      signOptions: { algorithm: 'HS256', issuer: TOKEN_RULES.issuer, audience: TOKEN_RULES.audience },
      verifyOptions: TOKEN_RULES,
    });
  }

  issue(actor: UserActor): { accessToken: string; expiresIn: number } {
    const iat = Math.floor(this.clock.now().getTime() / 1000);
    const claims: AccessClaims = {
      sub: actor.userId,
      tid: actor.tenantId,
      sid: actor.sessionId,
      use: 'access',
      iat,
      exp: iat + ACCESS_TOKEN_SECONDS,
    };
    return { accessToken: this.jwt.sign(claims), expiresIn: ACCESS_TOKEN_SECONDS };
  }

  /** Null for anything that is not a current access token of ours. */
  read(token: string): AccessClaims | null {
    try {
      const claims = this.jwt.verify<Partial<AccessClaims>>(token);
      return isCurrent(claims, this.clock.now()) ? claims : null;
    } catch {
      return null;
    }
  }
}
