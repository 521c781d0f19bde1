import { gunzipSync } from 'node:zlib';
import Fastify from 'fastify';
import { compressAnswers } from './compress-answers.js';

const LONG = { items: Array.from({ length: 200 }, (_, index) => `Ticket ${index}`) };

async function ask(url: string, accepted: string) {
  const server = Fastify();
  compressAnswers(server);
  server.get('/*', async (request) => (request.url.endsWith('short') ? { ok: true } : LONG));
  const answer = await server.inject({ url, headers: { 'accept-encoding': accepted } });
  await server.close();
  return answer;
}

describe('long answers', () => {
  it('are compressed for who can read that', async () => {
    const { headers, rawPayload } = await ask('/api/tickets', 'gzip, deflate, br');
    expect(headers['content-encoding']).toBe('gzip');
    expect(headers.vary).toContain('accept-encoding');
    expect(rawPayload.length).toBeLessThan(JSON.stringify(LONG).length / 2);
    expect(JSON.parse(gunzipSync(rawPayload).toString())).toEqual(LONG);
  });

  it.each([
    ['where nothing else is understood', '/api/tickets', 'identity'],
    ['when they are short', '/api/short', 'gzip'],
    ['where cookies reach', '/api/auth/refresh', 'gzip'],
    ['outside the API', '/page', 'gzip'],
  ])('stay as they are %s', async (_, url, accepted) => {
    const { headers, payload } = await ask(url, accepted);
    expect(headers['content-encoding']).toBeUndefined();
    expect(JSON.parse(payload)).toBeTruthy();
  });
});
