import type { UserActor } from '@baton/domain/permissions/actor';
import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { ExtractJwt, Strategy } from 'passport-jwt';
import { Config } from '../../config/config.js';
import { Clock } from '../clock/clock.js';
import { isCurrent, signingKey, TOKEN_RULES } from './access-token.js';
import { type AccessClaims, Authenticator } from './authenticator.js';

/** `Authorization: Bearer` → actor. A good signature is not enough: session and account must be good now. */
@Injectable()
export class JwtStrategy extends PassportStrategy(Strategy, 'jwt') {
  constructor(
    config: Config,
    private readonly clock: Clock,
    private readonly authenticator: Authenticator,
  ) {
    const key = signingKey(config);
    super({
      jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(),
      // Its types know only text and bytes; it hands on to jsonwebtoken, which takes keys.
      secretOrKeyProvider: (_request, _token, done) => done(null, key as unknown as Buffer),
      ...TOKEN_RULES,
    });
  }

  /** Called with verified claims; false answers 401. */
  async validate(claims: Partial<AccessClaims>): Promise<UserActor | false> {
    if (!isCurrent(claims, this.clock.now())) return false;
    return (await this.authenticator.actorOf(claims)) ?? false;
  }
}
