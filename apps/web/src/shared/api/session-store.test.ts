import { fakeServer } from '../../../test/support/fake-server';
import { signedIn } from '../../../test/support/people';

interface Tab {
  store: typeof import('./session-store');
  refresh: typeof import('./refresh');
}

/** The modules as another tab has them: same origin, own memory. */
function openTab(): Tab {
  let tab: Tab | undefined;
  jest.isolateModules(() => {
    tab = { store: require('./session-store'), refresh: require('./refresh') };
  });
  return tab!;
}

const messagesArrive = () => new Promise((resolve) => setTimeout(resolve, 50));

test('signing in or out in one tab does so in the others', async () => {
  const [here, there] = [openTab(), openTab()];
  here.store.startSession(signedIn('token'));
  await messagesArrive();
  expect(there.store.accessToken()).toBe('token');
  there.store.endSession();
  await messagesArrive();
  expect(here.store.getSession().state).toBe('signed-out');
});

test('a tab uses the token another one has just fetched', async () => {
  const [here, there] = [openTab(), openTab()];
  const seen = fakeServer(() => ({ status: 200, body: signedIn('new') }));
  here.store.startSession(signedIn('old'));
  await messagesArrive();
  await here.refresh.refreshSession('old');
  await messagesArrive();
  expect(await there.refresh.refreshSession('old')).toBe(true);
  expect(there.store.accessToken()).toBe('new');
  expect(seen).toHaveLength(1);
});

test('being unreachable is not being signed out', async () => {
  const { store, refresh } = openTab();
  fakeServer(() => ({ status: 0 }));
  store.startSession(signedIn('old'));
  await expect(refresh.refreshSession()).rejects.toMatchObject({ code: 'network.unreachable' });
  expect(store.getSession().state).toBe('signed-in');
});
