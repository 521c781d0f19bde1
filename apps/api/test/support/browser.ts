import type { AnyEndpoint } from '@baton/contracts/http/endpoint';
import { type Answer, Client } from './client.js';

/** A client that keeps cookies and comes from an address of its own (the app under test trusts one proxy). */
export class Browser extends Client {
  readonly cookies = new Map<string, string>();

  constructor(
    baseUrl: string,
    public ip = '192.0.2.1',
  ) {
    super(baseUrl);
  }

  override async raw(method: string, path: string, input: Parameters<Client['raw']>[2] = {}): Promise<Answer<unknown>> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { 'x-forwarded-for': this.ip, ...(cookie && { cookie }), ...input.headers };
    const answer = await super.raw(method, path, { ...input, headers });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value) this.cookies.set(name, value);
      else this.cookies.delete(name);
    }
    return answer;
  }

  /** The answer's error code, or its status when it was none. */
  async outcome<E extends AnyEndpoint>(
    endpoint: E,
    input?: Parameters<typeof this.call<E>>[1],
  ): Promise<string | number> {
    const { status, error } = await this.call(endpoint, input);
    return status < 400 ? status : error.code;
  }
}
