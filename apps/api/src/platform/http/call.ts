import type { AnyEndpoint, BodyOf, ParamsOf, QueryOf } from '@baton/contracts/http/endpoint';
import type { UserActor } from '@baton/domain/permissions/actor';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { AccessClaims } from '../access/authenticator.js';
import type { StoredFile } from '../storage/file-intake.js';

/** What a controller method receives: the checked input of its endpoint, and who calls. */
export interface Call<E extends AnyEndpoint> {
  /** Always present on routes that name a permission. Reading it on a public route throws. */
  readonly actor: UserActor;
  readonly params: ParamsOf<E>;
  readonly query: QueryOf<E>;
  readonly body: BodyOf<E>;
  /** Files of a multipart request, checked and stored. Dropped again when the method throws. */
  readonly files: readonly StoredFile[];
  readonly request: ApiRequest;
  readonly reply: FastifyReply;
}

/** The request as the guard and the interceptors hand it on. */
export interface ApiRequest extends FastifyRequest {
  /** Of the token it carries, if that was a current one of ours when its headers came. */
  claims?: AccessClaims | null;
  actor?: UserActor;
  input?: { params: object; query: object; body: object; files: StoredFile[] };
}

export function callOf(request: ApiRequest, reply: FastifyReply): Call<AnyEndpoint> {
  const { input } = request;
  if (!input) throw new Error('The input interceptor has not run');
  return {
    get actor() {
      if (!request.actor) throw new Error('A public route has no actor');
      return request.actor;
    },
    ...input,
    request,
    reply,
  };
}
