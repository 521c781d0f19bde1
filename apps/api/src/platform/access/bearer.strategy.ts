import type { UserActor } from '@baton/domain/permissions/actor';
import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { Strategy } from 'passport';
import type { ApiRequest } from '../http/call.js';
import { Authenticator } from './authenticator.js';

type Done = (error: unknown, actor: UserActor | null) => void;

/** Passport's side of it: whoever `verify` finds has signed in, nobody else. */
class VerifyingStrategy extends Strategy {
  constructor(private readonly verify: (request: ApiRequest, done: Done) => void) {
    super();
  }

  override authenticate(request: unknown): void {
    this.verify(request as ApiRequest, (error, actor) => {
      if (error) this.error(error);
      else if (actor) this.success(actor);
      else this.fail(401);
    });
  }
}

/** `Authorization: Bearer` → actor. A good signature is not enough: session and account must be good now. */
@Injectable()
export class BearerStrategy extends PassportStrategy(VerifyingStrategy, 'bearer') {
  constructor(private readonly authenticator: Authenticator) {
    super();
  }

  async validate({ claims }: ApiRequest): Promise<UserActor | null> {
    return claims ? this.authenticator.actorOf(claims) : null;
  }
}
