import type { AnyEndpoint, BodyOf, ParamsOf, QueryOf, ResponseOf } from '@baton/contracts/http/endpoint';
import { Nothing } from '@baton/contracts/http/endpoint';
import { parse } from '@baton/contracts/http/validate';

export interface Answer<T> {
  status: number;
  /** The response class's shape for a success, the error body otherwise. */
  body: T;
  // biome-ignore lint/suspicious/noExplicitAny: specs look into error bodies freely
  error: any;
  headers: Headers;
}

interface Input<E extends AnyEndpoint> {
  params?: ParamsOf<E>;
  query?: Partial<Record<keyof QueryOf<E>, unknown>>;
  body?: BodyOf<E> | Record<string, unknown>;
  form?: FormData;
  headers?: Record<string, string>;
}

/** Speaks HTTP to the running product as one person. Every success is checked against the endpoint's response class. */
export class Client {
  constructor(
    readonly baseUrl: string,
    public token: string | null = null,
  ) {}

  async call<E extends AnyEndpoint>(endpoint: E, input: Input<E> = {}): Promise<Answer<ResponseOf<E>>> {
    const params = (input.params ?? {}) as Record<string, string>;
    const path = endpoint.path.replace(/:(\w+)/g, (_all: string, name: string) =>
      encodeURIComponent(params[name] ?? ''),
    );
    const query = new URLSearchParams(
      Object.entries(input.query ?? {}).map(([name, value]): [string, string] => [name, String(value)]),
    );
    const suffix = query.size > 0 ? `?${query}` : '';
    const answer = await this.raw(endpoint.method, `/api${path}${suffix}`, input);
    if (answer.status < 300 && endpoint.response !== Nothing) await parse(endpoint.response, answer.body);
    return answer as Answer<ResponseOf<E>>;
  }

  /** Any request, for what an honest client would not send. */
  async raw(
    method: string,
    path: string,
    input: { body?: unknown; form?: FormData; headers?: Record<string, string> } = {},
  ): Promise<Answer<unknown>> {
    const headers: Record<string, string> = { ...input.headers };
    if (this.token) headers.authorization ??= `Bearer ${this.token}`;
    if (input.body !== undefined) headers['content-type'] ??= 'application/json';
    const body = typeof input.body === 'string' ? input.body : JSON.stringify(input.body);
    const response = await fetch(this.baseUrl + path, {
      method,
      headers,
      body: input.form ?? (input.body === undefined ? undefined : body),
      redirect: 'manual',
    });
    const isJson = response.headers.get('content-type')?.includes('application/json') ?? false;
    const content = isJson ? await response.json() : await response.text();
    return { status: response.status, body: content, error: content, headers: response.headers };
  }
}
