import type { UserActor } from '@baton/domain/permissions/actor';

/** The claims of an access token. `sub` is the user, `sid` the session. */
export interface AccessClaims {
  sub: string;
  tid: string;
  sid: string;
  use: 'access';
  iat: number;
  exp: number;
}

/** Turns credentials into an actor. Implemented where accounts and sessions live. */
export abstract class Authenticator {
  /** Is the session behind these verified claims still good? @returns null when it is not */
  abstract actorOf(claims: AccessClaims): Promise<UserActor | null>;
  /** The same for a raw token, signature checked here: for sockets. */
  abstract actorOfToken(token: string): Promise<UserActor | null>;
  /** Somebody will ask for the actor of this raw token: it is found out meanwhile. */
  abstract expect(token: string): void;
}
