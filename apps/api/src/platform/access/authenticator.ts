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
  /** Of a current access token of ours; null otherwise. */
  abstract claimsOf(token: string): AccessClaims | null;
  /** Is the session behind these verified claims still good, or was a moment ago? @returns null when it is not */
  abstract actorOf(claims: AccessClaims): Promise<UserActor | null>;

  /** Both for a socket, which stays: whoever is let in on a memory is not cut by what ended the session before. */
  abstract actorOfToken(token: string): Promise<UserActor | null>;
}
