import type { AnyEndpoint, HttpMethod, Nothing, ResponseOf } from '@baton/contracts/http/endpoint';
import {
  createParamDecorator,
  Delete,
  type ExecutionContext,
  Get,
  HttpCode,
  Patch,
  Post,
  Put,
  SetMetadata,
  type StreamableFile,
} from '@nestjs/common';
import { type Call, callOf } from './call.js';

export const ENDPOINT = 'baton:endpoint';

const METHODS: Record<HttpMethod, (path: string) => MethodDecorator> = {
  GET: Get,
  POST: Post,
  PATCH: Patch,
  PUT: Put,
  DELETE: Delete,
};

const CallParameter = createParamDecorator((_data: unknown, context: ExecutionContext) => {
  const http = context.switchToHttp();
  return callOf(http.getRequest(), http.getResponse());
});

/** Bytes go out as a stream; a row without response answers nothing. */
// biome-ignore lint/suspicious/noConfusingVoidType: it is what an async method without a return has
type Answer<E extends AnyEndpoint> = Nothing extends ResponseOf<E> ? StreamableFile | void : ResponseOf<E>;

/**
 * Serves a row of the endpoint table. The method takes the row's `Call` and returns its response: any other
 * shape does not compile. Method, path, status, access and validation all come from the row.
 */
export const Route =
  <E extends AnyEndpoint>(endpoint: E) =>
  <M extends (call: Call<E>) => Promise<Answer<E>>>(
    target: object,
    key: string,
    descriptor: TypedPropertyDescriptor<M>,
  ): void => {
    METHODS[endpoint.method](endpoint.path)(target, key, descriptor);
    HttpCode(endpoint.status)(target, key, descriptor);
    SetMetadata(ENDPOINT, endpoint)(target, key, descriptor);
    CallParameter()(target, key, 0);
  };
