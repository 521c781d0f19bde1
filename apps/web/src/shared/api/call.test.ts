import { authEndpoints } from '@baton/contracts/auth/auth.endpoints';
import { usersEndpoints } from '@baton/contracts/users/users.endpoints';
import { fakeServer, refusal } from '../../../test/support/fake-server';
import { signedIn, yuki } from '../../../test/support/people';
import { call } from './call';
import { endSession, getSession, startSession } from './session-store';

const id = yuki.id;

afterEach(() => endSession());

test('sends parameters, query and token where they belong', async () => {
  startSession(signedIn('token-1'));
  const seen = fakeServer(() => ({ status: 200, body: { items: [], nextCursor: null, total: 0 } }));
  await call(usersEndpoints.list, { query: { status: ['pending', 'approved'], q: '', limit: 5 } });
  await call(usersEndpoints.get, { params: { id: 'a/b' } });
  expect(seen.map(({ method, url }) => `${method} ${url}`)).toEqual([
    'GET /api/users?status=pending&status=approved&limit=5',
    'GET /api/users/a%2Fb',
  ]);
  expect(seen[0]?.headers.authorization).toBe('Bearer token-1');
});

test('renews an expired token once for several calls at the same time', async () => {
  startSession(signedIn('old'));
  const seen = fakeServer(({ url, headers }) => {
    if (url.endsWith('/auth/refresh')) return { status: 200, body: signedIn('new') };
    return headers.authorization === 'Bearer new'
      ? { status: 200, body: yuki }
      : refusal(401, 'access.unauthenticated');
  });
  await Promise.all([call(authEndpoints.me), call(authEndpoints.me), call(authEndpoints.me)]);
  expect(seen.filter(({ url }) => url.endsWith('/auth/refresh'))).toHaveLength(1);
});

test('ends the session when the refresh is refused', async () => {
  startSession(signedIn('old'));
  fakeServer(() => refusal(401, 'access.unauthenticated'));
  await expect(call(authEndpoints.me)).rejects.toMatchObject({ status: 401, code: 'access.unauthenticated' });
  expect(getSession().state).toBe('signed-out');
});

test('tries a write again under the same key when no answer came', async () => {
  startSession(signedIn('token'));
  let asked = 0;
  const seen = fakeServer(() => ({ status: ++asked === 1 ? 0 : 200, body: yuki }));
  await call(usersEndpoints.approve, { params: { id } });
  expect(seen).toHaveLength(2);
  expect(seen[0]?.headers['idempotency-key']).toMatch(/^[0-9a-f-]{36}$/);
  expect(seen[1]?.headers['idempotency-key']).toBe(seen[0]?.headers['idempotency-key']);
});

test('carries the server’s refusal with its details and waiting time', async () => {
  const answer = refusal(429, 'request.rate_limited', { limit: 10 });
  fakeServer(() => ({ ...answer, headers: { 'Retry-After': '60' } }));
  await expect(call(authEndpoints.login, { body: { email: 'a@b.test', password: 'x' } })).rejects.toMatchObject({
    status: 429,
    code: 'request.rate_limited',
    details: { limit: 10 },
    requestId: 'request-1',
    retryAfterSeconds: 60,
  });
});

test('does not compile with a wrong shape', () => {
  const never = () => {
    // @ts-expect-error a parameter is missing
    void call(usersEndpoints.get);
    // @ts-expect-error no such parameter
    void call(usersEndpoints.get, { params: { id, other: 1 } });
    // @ts-expect-error no such status
    void call(usersEndpoints.list, { query: { status: ['asleep'] } });
    // @ts-expect-error the body lacks a password
    void call(authEndpoints.login, { body: { email: 'a@b.test' } });
    // @ts-expect-error this endpoint has no body
    void call(authEndpoints.me, { body: { email: 'a@b.test' } });
    // @ts-expect-error the answer has no such field
    void call(authEndpoints.me).then((me) => me.password);
  };
  expect(never).toBeInstanceOf(Function);
});
