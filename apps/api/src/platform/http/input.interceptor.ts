import type { AnyEndpoint } from '@baton/contracts/http/endpoint';
import { InvalidInput, parse } from '@baton/contracts/http/validate';
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { catchError, from, type Observable, switchMap } from 'rxjs';
import { Clock } from '../clock/clock.js';
import { FileIntake } from '../storage/file-intake.js';
import { AppError, notFound } from './app-error.js';
import type { ApiRequest } from './call.js';
import { readMultipart } from './multipart.js';
import { ENDPOINT } from './route.decorator.js';

/** Checks parameters, query and body against the endpoint's classes, after access was decided. */
@Injectable()
export class InputInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly intake: FileIntake,
    private readonly clock: Clock,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const endpoint = this.reflector.get<AnyEndpoint>(ENDPOINT, context.getHandler());
    const request = context.switchToHttp().getRequest<ApiRequest>();
    const keepOrDiscard = async (error: unknown): Promise<never> => {
      await Promise.all((request.input?.files ?? []).map((file) => this.intake.discard(file)));
      throw error;
    };
    return from(this.read(endpoint, request)).pipe(
      switchMap(() => next.handle()),
      catchError((error) => from(keepOrDiscard(error))),
    );
  }

  private async read(endpoint: AnyEndpoint, request: ApiRequest): Promise<void> {
    // A path that cannot name anything names nothing.
    const params = await parse(endpoint.params, request.params ?? {}).catch((error) => {
      throw error instanceof InvalidInput ? notFound() : error;
    });
    const query = await parse(endpoint.query, { ...(request.query as object) });
    if (!request.isMultipart()) {
      request.input = { params, query, body: await parse(endpoint.body, request.body ?? {}), files: [] };
      return;
    }
    if (endpoint.files === 0) throw new AppError('request.unsupported_media_type');
    const { fields, files } = await readMultipart(request, endpoint.files, this.intake, this.clock.now());
    request.input = { params, query, body: {}, files };
    request.input.body = await parse(endpoint.body, { ...fields });
  }
}
