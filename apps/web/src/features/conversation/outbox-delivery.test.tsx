import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { fakeServer, refusal, type SeenRequest } from '../../../test/support/fake-server';
import { yuki } from '../../../test/support/people';
import { signOut } from '../../shared/access/sign-out';
import { useSession } from '../../shared/access/use-session';
import { startSession } from '../../shared/api/session-store';
import { PendingEntry } from './components/pending-entry';
import { draftOf } from './drafts';
import { held } from './hold';
import { type Outgoing, outboxOf, putOut, recall, takeBack } from './outbox';
import { OutboxDelivery } from './outbox-delivery';
import { useOutbox } from './use-outbox';

jest.mock('../../shared/realtime/use-socket', () => ({ useOnConnect: () => undefined }));

const reply = (fields: Partial<Outgoing> = {}): Outgoing => ({
  clientId: 'one',
  ticketId: 'ticket',
  ticketNumber: 'ACME-1',
  internal: false,
  body: '<p>Hello</p>',
  attachments: [],
  lastSeenSeq: 4,
  writtenAt: new Date().toISOString(),
  state: 'waiting',
  ...fields,
});

let seen: SeenRequest[];
const sent = () => seen.filter(({ url }) => url.endsWith('/messages')).map(({ body }) => body);

/** What the timeline shows as being on its way. */
function Pending({ onEdit }: { onEdit: (item: Outgoing) => void }) {
  return useOutbox().map((item) => (
    <PendingEntry key={item.clientId} item={item} requesterId="yuki" onEdit={onEdit} onReadMissed={jest.fn()} />
  ));
}

/** Stands only while somebody is signed in. */
const Frame = ({ children }: { children: ReactNode }) => useSession().user && children;

function open() {
  startSession({ accessToken: 'token', expiresIn: 900, user: { ...yuki, id: 'me', role: 'coordinator' } });
  const onEdit = jest.fn((item: Outgoing) => takeBack('me', item.clientId));
  render(
    <QueryClientProvider client={new QueryClient()}>
      <Frame>
        <OutboxDelivery />
        <Pending onEdit={onEdit} />
      </Frame>
    </QueryClientProvider>,
  );
  return { onEdit, user: userEvent.setup() };
}

beforeEach(() => {
  localStorage.clear();
  for (const { clientId } of outboxOf('me')) takeBack('me', clientId);
  seen = fakeServer(({ url }) =>
    url.endsWith('/messages') ? { status: 201, body: { followUp: null, mergedInto: null } } : { status: 204 },
  );
});

describe('a reply on hold', () => {
  it('can be taken back, and is never sent', async () => {
    const { user, onEdit } = open();
    act(() => putOut('me', reply(held())));
    expect(screen.getByText('Sending in 10 s')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(onEdit).toHaveBeenCalledTimes(1);
    expect(outboxOf('me')).toEqual([]);
    expect(sent()).toEqual([]);
  });

  it('goes at once when asked to', async () => {
    const { user } = open();
    act(() => putOut('me', reply(held())));
    await user.click(screen.getByRole('button', { name: 'Send now' }));
    await waitFor(() => expect(outboxOf('me')).toEqual([]));
    expect(sent()).toMatchObject([{ clientId: 'one', lastSeenSeq: 4 }]);
  });

  it('goes by itself when its time has come', async () => {
    open();
    act(() => putOut('me', reply({ ...held(), heldUntil: Date.now() + 300 })));
    await waitFor(() => expect(outboxOf('me')).toEqual([]));
    expect(sent()).toHaveLength(1);
  });

  it('goes after a reload that came after its time', async () => {
    putOut('me', reply({ heldUntil: Date.now() - 1, heldBy: 'a tab that is gone' }));
    open();
    await waitFor(() => expect(sent()).toHaveLength(1));
  });

  it('goes with the page that held it, and once more under the same key to hear of it', async () => {
    const fetched = jest.fn((..._of: [URL, RequestInit]) => Promise.resolve());
    Object.assign(globalThis, { fetch: fetched });
    open();
    act(() => putOut('me', reply(held())));
    act(() => void dispatchEvent(new Event('pagehide')));
    const [url, request] = fetched.mock.calls[0]!;
    expect(url.pathname).toBe('/api/tickets/ticket/messages');
    expect(request).toMatchObject({ keepalive: true, headers: { 'Idempotency-Key': 'one' } });
    await waitFor(() => expect(sent()).toHaveLength(1));
    expect(JSON.parse(String(request.body))).toEqual(sent()[0]);
  });

  it('stays where another tab holds it', () => {
    const fetched = jest.fn();
    Object.assign(globalThis, { fetch: fetched });
    open();
    act(() => putOut('me', reply({ ...held(), heldBy: 'another tab' })));
    act(() => void dispatchEvent(new Event('pagehide')));
    expect(fetched).not.toHaveBeenCalled();
    expect(screen.getByText(/Sending in/)).toBeTruthy();
  });

  it('goes before its writer signs out, with what is left of a draft', async () => {
    open();
    const draft = draftOf('me', 'ticket', 'note');
    draft.meet(null, draft.get());
    draft.write('<p>Not yet</p>');
    act(() => putOut('me', reply(held())));
    await act(() => signOut());
    expect(sent()).toHaveLength(1);
    expect(seen.find(({ url }) => url.endsWith('/drafts/note'))?.body).toMatchObject({ body: '<p>Not yet</p>' });
    expect(localStorage.getItem('baton:of:me:outbox')).toBeNull();
  });
});

it('sends what another tab holds before signing out, which ends that one too', async () => {
  open();
  act(() => putOut('me', reply({ ...held(), heldBy: 'another tab' })));
  await act(() => signOut());
  expect(sent()).toHaveLength(1);
});

it('loses nothing when the storage is full', async () => {
  const { user } = open();
  const full = jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  act(() => putOut('me', reply(held())));
  await user.click(screen.getByRole('button', { name: 'Send now' }));
  await waitFor(() => expect(sent()).toHaveLength(1));
  full.mockRestore();
});

it('cannot be had back once it is on its way, or gone', () => {
  putOut('me', reply());
  expect(recall('me', reply())).toBe(false);
  takeBack('me', 'one');
  expect(recall('me', reply(held()))).toBe(false);
  putOut('me', reply(held()));
  expect(recall('me', reply(held()))).toBe(true);
  expect(outboxOf('me')).toEqual([]);
});

it('offers the text alone when what it changes is refused', async () => {
  let refused = true;
  seen = fakeServer(({ url }) => {
    if (!url.endsWith('/messages')) return { status: 204 };
    return refused
      ? refusal(409, 'ticket.transition_not_allowed')
      : { status: 201, body: { followUp: null, mergedInto: null } };
  });
  const { user } = open();
  act(() => putOut('me', reply({ changes: { status: 'waiting' } })));
  const button = await screen.findByRole('button', { name: 'Send only the text' });
  refused = false;
  await user.click(button);
  await waitFor(() => expect(outboxOf('me')).toEqual([]));
  expect(sent().map((body) => (body as { changes?: object }).changes)).toEqual([{ status: 'waiting' }, undefined]);
});
