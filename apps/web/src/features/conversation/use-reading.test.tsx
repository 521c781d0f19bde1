import type { TimelineEntryResponse } from '@baton/contracts/conversation/conversation.response';
import { act, renderHook, waitFor } from '@testing-library/react';
import { fakeServer, type SeenRequest } from '../../../test/support/fake-server';
import { yuki } from '../../../test/support/people';
import { startSession } from '../../shared/api/session-store';
import { useReading } from './use-reading';

const entry = (seq: number, author: string | null): TimelineEntryResponse =>
  ({ id: `entry-${seq}`, seq, message: author && { author: { id: author } } }) as never;

let seen: SeenRequest[];
const told = () => seen.map(({ body }) => (body as { seq: number }).seq);
let focused: boolean;
const look = (yes: boolean) =>
  act(() => {
    focused = yes;
    dispatchEvent(new Event(yes ? 'focus' : 'blur'));
  });

beforeEach(() => {
  focused = true;
  jest.spyOn(document, 'hasFocus').mockImplementation(() => focused);
  seen = fakeServer(({ body }) => ({ status: 200, body: body ?? {} }));
  startSession({ accessToken: 'token', expiresIn: 900, user: { ...yuki, id: 'me' } });
});

const open = (lastReadSeq: number, entries: TimelineEntryResponse[]) =>
  renderHook((more: object) => useReading({ ticketId: 'ticket', lastReadSeq, entries, atEnd: true, ...more }), {
    initialProps: {},
  });

const entries = [entry(1, 'dana'), entry(2, 'me'), entry(3, null), entry(4, 'dana'), entry(5, 'dana')];

it('draws the line at the first message of somebody else that was not read', async () => {
  const { result } = open(2, entries);
  expect(result.current).toBe('entry-4');
  await waitFor(() => expect(told()).toEqual([5]));
  expect(result.current).toBe('entry-4');
});

it('draws none before the first look, nor when there is nothing new', () => {
  expect(open(0, entries).result.current).toBeNull();
  expect(open(5, entries).result.current).toBeNull();
});

it('tells nothing while nobody looks, and moves the line for whoever comes back', async () => {
  const { result, rerender } = open(5, entries);
  look(false);
  rerender({ entries: [...entries, entry(6, 'dana')] });
  expect(result.current).toBeNull();
  look(true);
  expect(result.current).toBe('entry-6');
  await waitFor(() => expect(told()).toEqual([6]));
});

it('tells nothing of what is out of sight', async () => {
  const { rerender } = open(4, entries);
  rerender({ atEnd: false });
  await new Promise((resolve) => setTimeout(resolve, 1000));
  expect(told()).toEqual([]);
  rerender({ atEnd: true });
  await waitFor(() => expect(told()).toEqual([5]));
});

it('knows what was read in another tab', () => {
  const { result, rerender } = open(2, entries);
  rerender({ lastReadSeq: 5 });
  expect(result.current).toBeNull();
});

it('draws the line also when the newest entries come after what was kept', () => {
  const { result, rerender } = open(3, entries.slice(0, 3));
  expect(result.current).toBeNull();
  rerender({ entries });
  expect(result.current).toBe('entry-4');
});

it('draws none above what comes while one reads', async () => {
  const { result, rerender } = open(4, entries);
  await waitFor(() => expect(told()).toEqual([5]));
  const before = result.current;
  rerender({ entries: [...entries, entry(6, 'dana')] });
  expect(result.current).toBe(before);
});
