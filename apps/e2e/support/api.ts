import { type APIRequestContext, request } from '@playwright/test';
import { PASSWORD } from './people.js';

/** Speaks to the API as somebody, for arranging what a journey needs. */
export interface Caller {
  // biome-ignore lint/suspicious/noExplicitAny: journeys read a field or two of whatever comes back
  send(method: 'get' | 'post' | 'patch' | 'put', path: string, data?: object): Promise<any>;
  upload(name: string, mimeType: string, buffer: Buffer): Promise<string>;
  close(): Promise<void>;
}

export async function callerFor(baseURL: string | undefined, email: string): Promise<Caller> {
  const anonymous = await request.newContext({ baseURL });
  const signedIn = await anonymous.post('/api/auth/login', { data: { email, password: PASSWORD } });
  const { accessToken } = await signedIn.json();
  await anonymous.dispose();
  const api: APIRequestContext = await request.newContext({
    baseURL,
    extraHTTPHeaders: { authorization: `Bearer ${accessToken}` },
  });
  return {
    async send(method, path, data) {
      const answer = await api[method](`/api${path}`, { data });
      if (!answer.ok()) throw new Error(`${method} ${path}: ${answer.status()} ${await answer.text()}`);
      return answer.status() === 204 ? null : answer.json();
    },
    async upload(name, mimeType, buffer) {
      const answer = await api.post('/api/attachments', { multipart: { files: { name, mimeType, buffer } } });
      if (!answer.ok()) throw new Error(`upload: ${answer.status()} ${await answer.text()}`);
      return (await answer.json()).items[0].id;
    },
    close: () => api.dispose(),
  };
}
