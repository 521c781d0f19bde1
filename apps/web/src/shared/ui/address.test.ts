import { act, renderHook } from '@testing-library/react';
import { address, useAddress } from './address';

let frames: FrameRequestCallback[] = [];
const written = () => location.pathname + location.search;

/** What waits for a picture, and what waits for that. */
async function paint(): Promise<void> {
  for (let times = 0; times < 2; times += 1) {
    const due = frames;
    frames = [];
    for (const frame of due) frame(0);
  }
  await new Promise((resolve) => setTimeout(resolve));
}

beforeEach(() => {
  frames = [];
  jest.spyOn(globalThis, 'requestAnimationFrame').mockImplementation((frame) => frames.push(frame));
});

/** The router, which starts anew with each test at an address that the browser was told of. */
async function openAt(path: string) {
  const { result } = renderHook(() => useAddress());
  act(() => address.push(path));
  await paint();
  return result;
}

it('is elsewhere at once, and tells the browser when the picture stands', async () => {
  const now = await openAt('/queue?view=mine');
  expect(written()).toBe('/queue?view=mine');
  act(() => address.push('/queue/ACME-1?view=mine', { write: true }));
  expect(now.current.location).toMatchObject({
    pathname: '/queue/ACME-1',
    search: '?view=mine',
    state: { write: true },
  });
  expect(now.current.action).toBe('PUSH');
  expect(address.path()).toBe('/queue/ACME-1?view=mine');
  expect(written()).toBe('/queue?view=mine');
  await paint();
  expect(written()).toBe('/queue/ACME-1?view=mine');
  expect(history.state).toMatchObject({ usr: { write: true }, key: now.current.location.key });
});

it('leaves out no step, however quickly one follows the other', async () => {
  await openAt('/queue');
  const before = history.length;
  act(() => address.push('/queue/ACME-1'));
  act(() => address.push('/queue/ACME-2'));
  act(() => address.replace({ search: '?view=mine' }));
  await paint();
  expect(written()).toBe('/queue/ACME-2?view=mine');
  expect(history.length).toBe(before + 2);
});

it('tells at once where the browser keeps how far the page was scrolled', async () => {
  await openAt('/tickets');
  jest.replaceProperty(globalThis, 'scrollY', 200);
  act(() => address.push('/tickets/ACME-1'));
  jest.replaceProperty(globalThis, 'scrollY', 0);
  expect(written()).toBe('/tickets/ACME-1');
});

it.each([
  ['a picture that takes long', () => new Promise((resolve) => setTimeout(resolve, 150))],
  ['a page that nobody looks at any more', async () => document.dispatchEvent(new Event('visibilitychange'))],
])('does not wait for %s', async (_, happens) => {
  await openAt('/queue');
  act(() => address.push('/queue/ACME-1'));
  expect(written()).toBe('/queue');
  await happens();
  expect(written()).toBe('/queue/ACME-1');
});

it('goes back to where the browser was, with what the page gave along', async () => {
  const now = await openAt('/queue?view=mine');
  const { key } = now.current.location;
  await openAt('/queue/ACME-1');
  const back = new Promise((resolve) => addEventListener('popstate', resolve, { once: true }));
  await act(async () => {
    address.go(-1);
    await back;
  });
  expect(address.path()).toBe('/queue?view=mine');
  const { result } = renderHook(() => useAddress());
  expect(result.current).toMatchObject({ location: { key, state: null }, action: 'POP' });
});

it('loads the page of an address that the browser refuses to write', async () => {
  await openAt('/queue');
  const refusing = jest.spyOn(history, 'pushState').mockImplementation(() => {
    throw new DOMException('Too many', 'SecurityError');
  });
  act(() => address.push('/queue/ACME-1'));
  // jsdom loads no pages, which it says.
  const said = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  await paint();
  expect(said.mock.calls[0]?.[0]).toMatchObject({ message: expect.stringMatching(/navigation/) });
  refusing.mockRestore();
  said.mockRestore();
});
