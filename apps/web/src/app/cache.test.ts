import 'fake-indexeddb/auto';
import { authEndpoints } from '@baton/contracts/auth/auth.endpoints';
import { waitFor } from '@testing-library/dom';
import { fakeServer, refusal } from '../../test/support/fake-server';
import { signedIn, yuki } from '../../test/support/people';

interface Tab {
  cache: typeof import('./cache');
  store: typeof import('../shared/api/session-store');
  keep: typeof import('../shared/api/keep-queries');
  access: typeof import('../shared/access/sign-out') & typeof import('../shared/access/restore-session');
  refresh: typeof import('../shared/api/refresh');
  call: typeof import('../shared/api/call')['call'];
  disk: typeof import('../shared/storage/kept-queries');
  personal: typeof import('../shared/storage/personal-storage');
}

/** The app as a page that was just loaded has it: same disk, own memory. */
function openTab(): Tab {
  let tab: Tab | undefined;
  jest.isolateModules(() => {
    tab = {
      cache: require('./cache'),
      store: require('../shared/api/session-store'),
      keep: require('../shared/api/keep-queries'),
      access: { ...require('../shared/access/sign-out'), ...require('../shared/access/restore-session') },
      refresh: require('../shared/api/refresh'),
      call: require('../shared/api/call').call,
      disk: require('../shared/storage/kept-queries'),
      personal: require('../shared/storage/personal-storage'),
    };
  });
  return tab!;
}

const KEY = ['tickets', 'detail', 'ACME-1'];
const SECRET = { id: '1', subject: 'Salaries of the board' };
const SOMEBODY_ELSE = { ...yuki, id: '0190a000-0000-7000-8000-000000000043' };

/** Shows a ticket once, as a page would. */
const load = ({ cache, keep }: Tab, key = KEY, most = 200) =>
  cache.queryClient.fetchQuery({ queryKey: key, queryFn: () => SECRET, ...keep.kept(`ticket ${most}`, most) });

/** Everything a browser would still have of somebody. */
async function onDisk(): Promise<string> {
  const found: unknown[] = [Object.entries(localStorage), Object.entries(sessionStorage)];
  for (const { name } of await indexedDB.databases()) {
    const db = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open(name!);
      request.onsuccess = () => resolve(request.result);
    });
    for (const store of db.objectStoreNames) {
      const all = db.transaction(store).objectStore(store).getAll();
      await new Promise((resolve) => {
        all.onsuccess = resolve;
      });
      found.push(all.result);
    }
    db.close();
  }
  return JSON.stringify(found);
}

const isOnDisk = () => waitFor(async () => expect(await onDisk()).toContain(SECRET.subject), { timeout: 10_000 });
const isWiped = () =>
  waitFor(async () => expect(await onDisk()).not.toMatch(/Salaries|Yuki|acme/i), { timeout: 10_000 });

const byRefresh = (answer: ReturnType<typeof refusal>) => fakeServer(() => answer);

const channels: BroadcastChannel[] = [];
const Channel = BroadcastChannel;
globalThis.BroadcastChannel = class extends Channel {
  constructor(name: string) {
    super(name);
    channels.push(this);
  }
};

// The tabs of one test are closed before the next.
afterEach(() => {
  for (const channel of channels.splice(0)) channel.close();
});

beforeEach(async () => {
  localStorage.clear();
  await openTab().disk.wipeKept();
});

async function usedTab(): Promise<Tab> {
  const tab = openTab();
  fakeServer(() => ({ status: 204 }));
  tab.store.startSession(signedIn('token'));
  await tab.cache.cacheIsWarm();
  await load(tab);
  tab.personal.keepPersonal(yuki.id, 'draft:1', 'Salaries are');
  await isOnDisk();
  return tab;
}

test('a cold start shows what was there before any request, as the person this browser knows', async () => {
  await usedTab();
  const tab = openTab();
  const seen = fakeServer(() => ({ status: 0 }));
  void tab.access.restoreSession();
  await tab.cache.cacheIsWarm();
  expect(tab.store.getSession()).toMatchObject({ state: 'signed-in', user: { id: yuki.id }, accessToken: null });
  expect(tab.cache.queryClient.getQueryData(KEY)).toEqual(SECRET);
  // Outdated until the server has said it again.
  expect(tab.cache.queryClient.getQueryState(KEY)?.isInvalidated).toBe(true);
  expect(seen.every(({ url }) => url.endsWith('/auth/refresh'))).toBe(true);
  tab.store.endSession();
});

test('a call waits until the server has confirmed who this is', async () => {
  await usedTab();
  const tab = openTab();
  const seen = fakeServer(({ url }) => ({ status: 200, body: url.endsWith('/refresh') ? signedIn('new') : yuki }));
  void tab.access.restoreSession();
  await tab.call(authEndpoints.me);
  expect(seen.map(({ url, headers }) => [url, headers.authorization])).toEqual([
    ['/api/auth/refresh', undefined],
    ['/api/auth/me', 'Bearer new'],
  ]);
});

test('a refused refresh takes away what is kept', async () => {
  await usedTab();
  const tab = openTab();
  byRefresh(refusal(401, 'access.unauthenticated'));
  await tab.access.restoreSession();
  expect(tab.store.getSession().state).toBe('signed-out');
  expect(tab.cache.queryClient.getQueryData(KEY)).toBeUndefined();
  // One's own words wait for one's return.
  await waitFor(async () => expect(await onDisk()).not.toContain(SECRET.subject));
  expect(tab.personal.readPersonal(yuki.id, 'draft:1')).toBe('Salaries are');
});

test('signing out leaves nothing, in no tab and on no disk', async () => {
  const tab = await usedTab();
  const other = openTab();
  other.store.resumeSession(yuki);
  await other.cache.cacheIsWarm();
  expect(other.cache.queryClient.getQueryData(KEY)).toEqual(SECRET);
  await tab.access.signOut();
  await isWiped();
  await waitFor(() => expect(other.cache.queryClient.getQueryData(KEY)).toBeUndefined());
  // What the other tab had still under way does not come back.
  expect(await other.disk.writeKept('somebody', [], [])).toBe(false);
});

test('signing out without a connection is finished with the next one, before anybody is signed in again', async () => {
  const tab = await usedTab();
  fakeServer(() => ({ status: 0 }));
  const signedOut = tab.access.signOut();
  await isWiped();
  await signedOut;
  const next = openTab();
  const seen = fakeServer(({ url }) =>
    url.endsWith('/logout') ? { status: 204 } : refusal(401, 'access.unauthenticated'),
  );
  await next.access.restoreSession();
  expect(seen.map(({ url }) => url)).toEqual(['/api/auth/logout', '/api/auth/refresh']);
  expect(localStorage).toHaveLength(0);
});

test('who signs in again after that stays signed in', async () => {
  const tab = await usedTab();
  fakeServer(() => ({ status: 0 }));
  await tab.access.signOut();
  tab.store.startSession(signedIn('again'));
  const next = openTab();
  const seen = fakeServer(() => ({ status: 200, body: signedIn('new') }));
  await next.access.restoreSession();
  expect(seen.map(({ url }) => url)).toEqual(['/api/auth/refresh']);
});

test('a renewal that was under way does not undo signing out', async () => {
  const tab = await usedTab();
  fakeServer(({ url }) => (url.endsWith('/refresh') ? { status: 200, body: signedIn('late') } : { status: 204 }));
  const renewal = tab.refresh.refreshSession();
  tab.store.endSession();
  expect(await renewal).toBe(false);
  expect(tab.store.getSession().state).toBe('signed-out');
});

test('another person finds nothing', async () => {
  await usedTab();
  const tab = openTab();
  tab.store.startSession({ ...signedIn('token'), user: SOMEBODY_ELSE });
  await tab.cache.cacheIsWarm();
  expect(tab.cache.queryClient.getQueryData(KEY)).toBeUndefined();
  await waitFor(async () => expect(await onDisk()).not.toContain(SECRET.subject));
});

test('in another role one finds nothing either', async () => {
  await usedTab();
  const tab = openTab();
  tab.store.resumeSession(yuki);
  await tab.cache.cacheIsWarm();
  expect(tab.cache.queryClient.getQueryData(KEY)).toEqual(SECRET);
  tab.store.startSession({ ...signedIn('token'), user: { ...yuki, role: 'coordinator' } });
  expect(tab.cache.queryClient.getQueryData(KEY)).toBeUndefined();
  await waitFor(async () => expect(await onDisk()).not.toContain(SECRET.subject), { timeout: 10_000 });
});

test('an answer that came after signing out is not for the next person', async () => {
  const tab = await usedTab();
  tab.store.endSession();
  tab.cache.queryClient.setQueryData(KEY, SECRET);
  tab.store.startSession({ ...signedIn('token'), user: SOMEBODY_ELSE });
  expect(tab.cache.queryClient.getQueryData(KEY)).toBeUndefined();
});

test('only so many of a group are kept', async () => {
  const tab = await usedTab();
  for (let number = 2; number < 7; number++) await load(tab, ['tickets', 'detail', `ACME-${number}`], 3);
  await waitFor(async () => expect((await onDisk()).match(/Salaries of/g)).toHaveLength(4), { timeout: 10_000 });
});

test('what the server no longer shows is not shown from here either', async () => {
  const tab = await usedTab();
  fakeServer(() => refusal(404, 'resource.not_found'));
  const { queryClient } = tab.cache;
  const again = queryClient.fetchQuery({
    queryKey: KEY,
    queryFn: () => tab.call(authEndpoints.me),
    ...tab.keep.kept('ticket 200', 200),
    staleTime: 0,
  });
  await expect(again).rejects.toMatchObject({ status: 404 });
  expect(queryClient.getQueryData(KEY)).toBeUndefined();
  await waitFor(async () => expect(await onDisk()).not.toContain(SECRET.subject), { timeout: 10_000 });
});
