import type { AnyEndpoint } from '@baton/contracts/http/endpoint';
import { type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AuthGuard } from '@nestjs/passport';
import { AppError } from '../http/app-error.js';
import type { ApiRequest } from '../http/call.js';
import { ENDPOINT } from '../http/route.decorator.js';
import { requireOwnOrigin } from './own-origin.js';

/** The only way into a controller. Reads who may from the endpoint table; a route without a row is never served. */
@Injectable()
export class AccessGuard extends AuthGuard('bearer') {
  constructor(private readonly reflector: Reflector) {
    super({ property: 'actor', session: false });
  }

  override async canActivate(context: ExecutionContext): Promise<boolean> {
    const endpoint = this.reflector.get<AnyEndpoint | undefined>(ENDPOINT, context.getHandler());
    if (!endpoint) throw new AppError('access.forbidden');
    const request = context.switchToHttp().getRequest<ApiRequest>();
    if (endpoint.cookie) requireOwnOrigin(request);
    if (endpoint.access === 'public') return true;
    await super.canActivate(context);
    if (!request.actor?.permissions.has(endpoint.access)) throw new AppError('access.forbidden');
    return true;
  }

  override handleRequest<T>(error: unknown, actor: T | false): T {
    if (error) throw error;
    if (!actor) throw new AppError('access.unauthenticated');
    return actor;
  }
}
