import { type UserActor, userActor } from '@baton/domain/permissions/actor';
import type { TenantId } from '@baton/domain/shared/brand';
import { Injectable } from '@nestjs/common';
import { AccessTokens } from '../../platform/access/access-token.js';
import { type AccessClaims, Authenticator } from '../../platform/access/authenticator.js';
import { Clock } from '../../platform/clock/clock.js';
import { SessionQueries } from './session.queries.js';

/** How long another process may still believe in a session that ended. Requests are promised to be cut within 1 s. */
const BELIEF_MS = 500;
const MOST_REMEMBERED = 10_000;

interface Remembered {
  claims: AccessClaims;
  answer: Promise<UserActor | null>;
  until: number;
}

/** Reads session, account and role live; a short memory spares a burst of requests the question. */
@Injectable()
export class SessionAuthenticator extends Authenticator {
  private readonly remembered = new Map<string, Remembered>();

  constructor(
    private readonly tokens: AccessTokens,
    private readonly sessions: SessionQueries,
    private readonly clock: Clock,
  ) {
    super();
  }

  claimsOf(token: string): AccessClaims | null {
    return this.tokens.read(token);
  }

  actorOf(claims: AccessClaims): Promise<UserActor | null> {
    const now = this.clock.now().getTime();
    const known = this.remembered.get(claims.sid);
    if (known && known.until > now && isOf(known, claims)) return known.answer;
    if (this.remembered.size >= MOST_REMEMBERED) this.remembered.clear();
    const asked = { claims, answer: this.ask(claims), until: now + BELIEF_MS };
    this.remembered.set(claims.sid, asked);
    const forget = () => {
      if (this.remembered.get(claims.sid) === asked) this.remembered.delete(claims.sid);
    };
    asked.answer.then((actor) => actor ?? forget(), forget);
    return asked.answer;
  }

  async actorOfToken(token: string): Promise<UserActor | null> {
    const claims = this.claimsOf(token);
    return claims && this.ask(claims);
  }

  forgetSession(sessionId: string): void {
    this.remembered.delete(sessionId);
  }

  forgetUser(userId: string): void {
    for (const [sessionId, { claims }] of this.remembered) {
      if (claims.sub === userId) this.remembered.delete(sessionId);
    }
  }

  private async ask(claims: AccessClaims): Promise<UserActor | null> {
    const role = await this.sessions.liveRole(claims);
    return role && userActor({ id: claims.sub, tenantId: claims.tid as TenantId, role }, claims.sid);
  }
}

const isOf = ({ claims }: Remembered, { sub, tid }: AccessClaims): boolean => claims.sub === sub && claims.tid === tid;
