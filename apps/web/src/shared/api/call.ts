import type { AnyEndpoint, Endpoint } from '@baton/contracts/http/endpoint';
import { type ApiError, isApiError, NETWORK_ERROR } from './api-error';
import { authorized, withRenewal } from './authorized';
import type { HttpRequest } from './http';
import { newId } from './new-id';

type Empty = Record<never, never>;

/** Absent when the endpoint has no such part, optional when every field of it is, required otherwise. */
type Part<Name extends string, T> = [keyof T] extends [never]
  ? { [name in Name]?: undefined }
  : Empty extends T
    ? { [name in Name]?: T }
    : { [name in Name]: T };

export interface Transport {
  files?: readonly File[];
  /** 0 to 1, of what is sent. */
  onProgress?: (share: number) => void;
  /** Keep one key over your own retries; a new one is made otherwise. */
  idempotencyKey?: string;
  signal?: AbortSignal;
}

export type CallOptions<P, Q, B> = Part<'params', P> & Part<'query', Q> & Part<'body', B> & Transport;

type Arguments<T> = Empty extends T ? [options?: T] : [options: T];

interface LooseOptions extends Transport {
  params?: object;
  query?: object;
  body?: object;
}

const fillPath = (path: string, params: object = {}): string =>
  path.replace(/:(\w+)/g, (_, name) => encodeURIComponent(String((params as Record<string, unknown>)[name])));

/** Fields beside files travel as text; a list repeats its name. */
function multipart(body: object = {}, files: readonly File[]): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(body)) {
    for (const each of Array.isArray(value) ? value : [value]) {
      if (each !== undefined && each !== null) form.append(name, String(each));
    }
  }
  for (const file of files) form.append('files', file);
  return form;
}

/** What goes over the wire. */
export function toRequest(endpoint: AnyEndpoint, options: LooseOptions): HttpRequest {
  const { files, onProgress, signal, query } = options;
  return {
    method: endpoint.method,
    url: `/api${fillPath(endpoint.path, options.params)}`,
    query,
    body: files?.length ? multipart(options.body, files) : options.body,
    // A slow line may need minutes for ten files.
    timeoutMs: files?.length ? 0 : undefined,
    signal,
    binary: endpoint.binary,
    onProgress,
    headers: endpoint.method === 'POST' ? { 'Idempotency-Key': options.idempotencyKey ?? newId() } : {},
  };
}

const RETRY_AFTER_MS = [400, 1500];
const isPassing = (error: ApiError) => error.code === NETWORK_ERROR || error.status === 503;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Writes are tried again by themselves: their key makes the server do them once. Reads are the cache's business. */
async function sendPersistently(request: HttpRequest, attempt = 0): Promise<unknown> {
  try {
    return await authorized(request);
  } catch (error) {
    const wait = RETRY_AFTER_MS[attempt];
    if (request.method !== 'POST' || wait === undefined || !isApiError(error) || !isPassing(error)) throw error;
    await pause(wait);
    return sendPersistently(request, attempt + 1);
  }
}

/**
 * Calls a row of the endpoint table: `call(ticketsEndpoints.get, { params: { id } })`. Parameters, query, body and
 * answer are typed by the row. An expired access token is renewed on the way. @throws ApiError
 */
export async function call<P extends object, Q extends object, B extends object, R extends object>(
  endpoint: Endpoint<P, Q, B, R>,
  ...[options]: NoInfer<Arguments<CallOptions<P, Q, B>>>
): Promise<R> {
  const request = toRequest(endpoint, (options ?? {}) as LooseOptions);
  const answer = () => sendPersistently(request);
  return (await (endpoint.access === 'public' ? answer() : withRenewal(answer))) as R;
}
