import { fakeServer, refusal } from '../../../test/support/fake-server';
import { signedIn } from '../../../test/support/people';
import { refreshSession } from './refresh';
import { accessToken, endSession, getSession, startSession } from './session-store';

const early = (status: number, body: unknown) => Promise.resolve({ status, body, retryAfter: null });

afterEach(() => {
  globalThis.batonRefresh = undefined;
  endSession();
});

test('what the page asked for itself is not asked for again', async () => {
  const seen = fakeServer(() => ({ status: 200, body: signedIn('second') }));
  globalThis.batonRefresh = early(200, signedIn('first'));
  await expect(refreshSession()).resolves.toBe(true);
  expect(accessToken()).toBe('first');
  expect(seen).toEqual([]);
  await refreshSession();
  expect(accessToken()).toBe('second');
});

test('a refusal of it signs out', async () => {
  globalThis.batonRefresh = early(401, refusal(401, 'access.unauthenticated').body);
  await expect(refreshSession()).resolves.toBe(false);
  expect(getSession().state).toBe('signed-out');
});

test('lost on the way it is asked for again', async () => {
  fakeServer(() => ({ status: 200, body: signedIn('again') }));
  globalThis.batonRefresh = Promise.reject(new TypeError('Failed to fetch'));
  await refreshSession();
  expect(accessToken()).toBe('again');
});

test('it is of no use after another tab was faster', async () => {
  fakeServer(() => ({ status: 200, body: signedIn('fresh') }));
  globalThis.batonRefresh = early(200, signedIn('old'));
  startSession(signedIn('from another tab'));
  await refreshSession(null);
  await refreshSession();
  expect(accessToken()).toBe('fresh');
});
