import type { Permission } from '@baton/domain/permissions/roles';

/** A class whose instances have shape T. */
export type Shape<T> = new () => T;

/** Nothing in this place: no parameters, no body, no answer. */
export class Nothing {}

export type HttpMethod = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';

/**
 * One row of the endpoint table: the only description of a route. The server's `@Route`, the browser's `call`,
 * the OpenAPI document and the access matrices of the tests all read it.
 */
export interface Endpoint<P extends object, Q extends object, B extends object, R extends object> {
  readonly method: HttpMethod;
  /** Below `/api`, parameters as `:name`. */
  readonly path: string;
  /** `public`, or the permission the caller's role must have. There is no default: a route says who may. */
  readonly access: 'public' | Permission;
  readonly summary: string;
  readonly params: Shape<P>;
  readonly query: Shape<Q>;
  readonly body: Shape<B>;
  /** The class of the answer; `Nothing` for 204. */
  readonly response: Shape<R>;
  readonly status: number;
  /** How many files a multipart request may carry in the field `files`; 0 = JSON only. */
  readonly files: number;
  /** Cookie-carrying routes refuse a foreign Origin. */
  readonly cookie: boolean;
  /** The answer is a stream of bytes, not JSON. */
  readonly binary: boolean;
}

// biome-ignore lint/suspicious/noExplicitAny: the table holds endpoints of every shape
export type AnyEndpoint = Endpoint<any, any, any, any>;

type Options<P extends object, Q extends object, B extends object, R extends object> = Pick<
  Endpoint<P, Q, B, R>,
  'method' | 'path' | 'access' | 'summary'
> &
  Partial<Omit<Endpoint<P, Q, B, R>, 'method' | 'path' | 'access' | 'summary'>>;

/** Declares a row. Answers with 204 when it names no response, else 200 unless `status` says otherwise. */
export const endpoint = <
  P extends object = Nothing,
  Q extends object = Nothing,
  B extends object = Nothing,
  R extends object = Nothing,
>(
  options: Options<P, Q, B, R>,
): Endpoint<P, Q, B, R> => ({
  params: Nothing as Shape<P>,
  query: Nothing as Shape<Q>,
  body: Nothing as Shape<B>,
  response: Nothing as Shape<R>,
  status: options.response || options.binary ? 200 : 204,
  files: 0,
  cookie: false,
  binary: false,
  ...options,
});

export type ParamsOf<E> = E extends Endpoint<infer P, infer _Q, infer _B, infer _R> ? P : never;
export type QueryOf<E> = E extends Endpoint<infer _P, infer Q, infer _B, infer _R> ? Q : never;
export type BodyOf<E> = E extends Endpoint<infer _P, infer _Q, infer B, infer _R> ? B : never;
export type ResponseOf<E> = E extends Endpoint<infer _P, infer _Q, infer _B, infer R> ? R : never;
