import { gzipSync } from 'node:zlib';
import { ERRORS } from '@baton/contracts/http/errors';
import type { Answer } from '../support/client.js';
import { Client } from '../support/client.js';
import { rowSums } from '../support/row-sums.js';
import { startWorld, type World } from '../support/world.js';

let world: World;
let client: Client;
let before: Record<string, string>;
beforeAll(async () => {
  world = await startWorld();
  client = world.acme.admin.client;
  await world.build.ticket(world.acme.employee, world.acme.coordinator);
  await world.jobsDone();
  before = await rowSums(world, world.acme.tenant.id);
});
afterAll(() => world.stop());

/** What an error may never let through: stacks, file names, SQL, libraries and their versions. */
const INTERNAL =
  /\bat\s+\S+\s*\(|node_modules|\.[jt]s:\d|SELECT |INSERT |typeorm|fastify|nest|postgres|pg_|relation "|syntax error|column/i;

/** Every error has the one shape, a known code with its status, and says nothing of our insides. */
function expectError({ status, error, headers }: Answer<unknown>, code: string): void {
  expect({ status, code: error.code }).toEqual({ status: ERRORS[code as keyof typeof ERRORS], code });
  expect(Object.keys(error).sort()).toEqual(['code', 'details', 'error', 'requestId']);
  expect(error.requestId).toBe(headers.get('x-request-id'));
  expect(headers.get('content-type')).toBe('application/json; charset=utf-8');
  expect(JSON.stringify(error)).not.toMatch(INTERNAL);
}

const post = (body: string | Buffer, headers: Record<string, string> = {}) =>
  client.raw('POST', '/api/tickets', { body: body as string, headers });

describe('bodies', () => {
  const nest = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;

  it.each([
    ['half a JSON', '{"subject":', 'request.malformed'],
    ['no JSON', 'subject=x', 'request.malformed'],
    ['__proto__', '{"__proto__":{"role":"admin"},"subject":"abc","description":"d"}', 'request.malformed'],
    [
      'an escaped __proto__',
      '{"\\u005f_proto__":{"role":"admin"},"subject":"abc","description":"d"}',
      'request.malformed',
    ],
    [
      'constructor.prototype',
      '{"constructor":{"prototype":{"x":1}},"subject":"abc","description":"d"}',
      'request.malformed',
    ],
    ['a deep body', nest(100_000 / 6), 'request.malformed'],
    ['deep lists', '['.repeat(100_000), 'request.malformed'],
    ['duplicate keys', '{"subject":"one","subject":"two","description":"d"}', 'request.malformed'],
    [
      'keys that differ only in spelling',
      '{"subject":"one","\\u0073ubject":"two","description":"d"}',
      'request.malformed',
    ],
    [
      'duplicate keys far from their colon',
      `{"description":"d","subject":"one","subject"${' '.repeat(50)}:"two"}`,
      'request.malformed',
    ],
    ['a name every object has', '{"subject":"abc","description":"d","toString":"x"}', 'request.invalid'],
    ['a subject nobody can see', '{"subject":"\\u200b\\u200b\\u200b","description":"d"}', 'request.invalid'],
    ['a half character', '{"subject":"abc\\ud800","description":"d"}', 'request.invalid'],
    ['a list', '[]', 'request.invalid'],
    ['null', 'null', 'request.invalid'],
    ['a word', '"x"', 'request.invalid'],
    ['unknown fields', '{"subject":"abc","description":"d","admin":true}', 'request.invalid'],
    ['a null byte', '{"subject":"a\\u0000bc","description":"d"}', 'request.invalid'],
    ['a null byte in the description', '{"subject":"abc","description":"a\\u0000b"}', 'request.invalid'],
    ['a lone surrogate', '{"subject":"abc","description":"\\ud800"}', 'request.invalid'],
    ['objects for texts', '{"subject":{"$gt":""},"description":["d"]}', 'request.invalid'],
  ])('%s → %s', async (_case, body, code) => {
    const started = performance.now();
    expectError(await post(body), code);
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  it('of a million keys or 100 MB are refused at once', async () => {
    const keys = Array.from({ length: 200_000 }, (_, n) => `"k${n}":1`).join(',');
    const started = performance.now();
    expectError(await post(`{${keys}}`), 'request.too_large');
    expect(performance.now() - started).toBeLessThan(10_000);
    expectError(await post('x'.repeat(300 * 1024)), 'request.too_large');
    expectError(await post('x'.repeat(20_000_000)), 'request.too_large');
  });

  it('with half characters in an e-mail are refused', async () => {
    const answer = await client.raw('POST', '/api/auth/login', { body: { email: 'abc\ud800@x.test', password: 'x' } });
    expectError(answer, 'request.invalid');
  });

  it('of very many unknown fields are refused without looking at each', async () => {
    const keys = Array.from({ length: 20_000 }, (_, n) => `"k${n}":1`).join(',');
    const answer = await post(`{${keys}}`);
    expectError(answer, 'request.invalid');
    expect(Object.keys(answer.error.details).length).toBeLessThan(100);
  });

  it.each([
    ['no boundary', 'multipart/form-data'],
    ['an empty boundary', 'multipart/form-data; boundary='],
    ['an endless boundary', `multipart/form-data; boundary=${'x'.repeat(300)}`],
    ['no end', 'multipart/form-data; boundary=x'],
  ])('in multipart with %s are malformed', async (_case, type) => {
    const body = '--x\r\ncontent-disposition: form-data; name="subject"\r\n\r\nabc';
    const answer = await fetch(`${world.url}/api/tickets`, {
      method: 'POST',
      headers: { 'content-type': type, authorization: `Bearer ${client.token}` },
      body,
    });
    const error = await answer.json();
    expectError({ status: answer.status, body: error, error, headers: answer.headers }, 'request.malformed');
  });

  it.each([
    'text/plain',
    'application/xml',
    'application/x-www-form-urlencoded',
    'text/json',
    'application/jsonp',
    'x',
  ])('as %s are not accepted', async (type) =>
    expectError(await post('{}', { 'content-type': type }), 'request.unsupported_media_type'),
  );

  it('in multipart are not accepted where no file is', async () => {
    const form = new FormData();
    form.append('name', 'x');
    expectError(await client.raw('POST', '/api/teams', { form }), 'request.unsupported_media_type');
  });

  it.each(['gzip', 'deflate', 'br', 'gzip, identity'])('compressed with %s are not accepted', async (encoding) => {
    const bomb = gzipSync(Buffer.alloc(10_000_000));
    expectError(
      await post(bomb.toString('latin1'), { 'content-encoding': encoding }),
      'request.unsupported_media_type',
    );
  });
});

describe('addresses and queries', () => {
  const get = (path: string) => client.raw('GET', path);
  const past = '2026-01-01T00:00:00Z';

  it.each([
    '/api/tickets?limit=1000000000',
    '/api/tickets?limit=0',
    '/api/tickets?limit=-1',
    '/api/tickets?limit=1.5',
    '/api/tickets?limit=',
    '/api/tickets?limit=5&limit=6',
    '/api/tickets?unknown=1',
    '/api/tickets?sort=subject',
    '/api/tickets?sort=createdAt;drop table tickets',
    "/api/tickets?sort=-createdAt' OR 1=1--",
    '/api/tickets?status=deleted',
    "/api/tickets?assignee=' OR ''='",
    '/api/tickets?cursor=nonsense',
    '/api/tickets?cursor=WyJ4IiwieSJd',
    `/api/tickets?cursor=${Buffer.from(`["'; drop table tickets --","00000000-0000-7000-8000-000000000000"]`).toString('base64url')}`,
    `/api/tickets?cursor=${Buffer.from('["1","00000000-0000-7000-8000-000000000000"]').toString('base64url')}`,
    `/api/tickets?sort=priority&cursor=${Buffer.from('[9007199254740991,"00000000-0000-7000-8000-000000000000"]').toString('base64url')}`,
    `/api/tickets?q=${'x'.repeat(201)}`,
    `/api/tickets?q=%00`,
    `/api/tickets?tag=%00`,
    `/api/tickets?tag=${Array.from({ length: 101 }, (_, n) => n).join(',')}`,
    '/api/tickets?createdAfter=yesterday',
    '/api/tickets?createdAfter=2026-02-30T00:00:00Z',
    '/api/tickets?createdAfter=2026-W01-1',
    '/api/tickets?createdAfter=%2B275760-09-13T00:00:00Z',
    '/api/tickets?q[]=x',
    '/api/tickets?__proto__=x',
    '/api/tickets?toString=x',
    '/api/tickets?constructor=x',
    '/api/users?q=%00',
    '/api/users?role=root',
    `/api/analytics?from=${past}&to=2026-W05`,
    `/api/analytics?from=${past}&to=2026-01-05T00:00:00Z&timeZone=Mars/Olympus`,
    `/api/analytics?from=${past}&to=2126-01-05T00:00:00Z`,
    `/api/analytics?from=2026-02-05T00:00:00Z&to=${past}`,
    '/api/mails?cursor=WyJ4IiwieSJd',
  ])('%s → 400', async (path) => expectError(await get(path), 'request.invalid'));

  it.each([
    '/api/tickets/%',
    '/api/tickets/%00',
    '/api/tickets/..%2f..%2fetc%2fpasswd',
    '/api/tickets/1%27%20OR%201=1',
    `/api/tickets/${'9'.repeat(300)}`,
    '/api/tickets/0',
    '/api/tickets/999999999',
    '/api/tickets/ACME-999999999',
    '/api/users/not-an-id',
    '/api/users/00000000-0000-7000-8000-000000000000',
    '/api/attachments/00000000-0000-7000-8000-000000000000/download',
    '/api/nothing/here',
    '/api/%ff',
  ])('%s → 404', async (path) => {
    const answer = await get(path);
    expectError(answer, answer.status === 400 ? 'request.malformed' : 'resource.not_found');
  });

  it('of very many filter terms are refused without work', async () => {
    const terms = Array.from({ length: 2000 }, (_, n) => n);
    expectError(await get(`/api/tickets?tag=${terms}`), 'request.invalid');
  });

  it('too long to read are refused in the same shape', async () => {
    const { status, error } = await get(`/api/tickets?tag=${'x'.repeat(30_000)}`);
    expect([status, error.code]).toEqual([413, 'request.too_large']);
    expect(Object.keys(error).sort()).toEqual(['code', 'details', 'error', 'requestId']);
  });
});

it('answers foreign pages without a grant', async () => {
  for (const origin of [
    'https://evil.test',
    'null',
    `${world.url}.evil.test`,
    world.url.replace('127.0.0.1', '127.0.0.1.evil.test'),
  ]) {
    const answer = await client.raw('GET', '/api/tickets', { headers: { origin } });
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    const preflight = await new Client(world.url).raw('OPTIONS', '/api/tickets', {
      headers: { origin, 'access-control-request-method': 'POST' },
    });
    expect(preflight.headers.get('access-control-allow-origin')).toBeNull();
  }
});

it('protects every answer with headers', async () => {
  const { headers } = await client.raw('GET', '/api/tickets');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('content-security-policy')).toMatch(/script-src 'self'(;|$)/);
  expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  expect(headers.get('x-powered-by')).toBeNull();
  expect(headers.get('server')).toBeNull();
});

it('changed nothing by any of this', async () => {
  expect(await rowSums(world, world.acme.tenant.id)).toEqual(before);
});
