import type { TicketResponse } from '@baton/contracts/tickets/tickets.response';
import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { MemoryRouter } from 'react-router-dom';
import { fakeServer, refusal, type SeenRequest } from '../../../../test/support/fake-server';
import { yuki } from '../../../../test/support/people';
import { ticketRow } from '../../../../test/support/tickets';
import { createQueryClient } from '../../../shared/api/query-client';
import { startSession } from '../../../shared/api/session-store';
import { ToastProvider } from '../../../shared/ui/toast';
import { LinkedList } from './linked-list';
import { MergeDialog } from './merge-dialog';
import { MergeNotices } from './merge-notices';
import { SplitDialog } from './split-dialog';

const giulia = { id: 'giulia', name: 'Giulia Romano', role: 'employee', avatarUrl: null } as const;
const here = ticketRow(1, { subject: 'Badge' });
const there = ticketRow(2, { subject: 'North door', requester: giulia, requesterId: 'giulia' });
const ticket = (fields: Partial<TicketResponse> = {}): TicketResponse =>
  ({
    ...here,
    parent: null,
    children: [],
    related: [],
    mergedInto: null,
    mergedFrom: [],
    splitFrom: null,
    can: { relate: true, unmerge: true },
    ...fields,
  }) as TicketResponse;
const linkTo = ({ id, number, subject, status }: typeof there) => ({ id, number, subject, status });

let seen: SeenRequest[];
let refuse: string | null;
const asked = (end: string) => seen.filter(({ url, method }) => method !== 'GET' && url.endsWith(end));

beforeEach(() => {
  refuse = null;
  startSession({ accessToken: 'token', expiresIn: 900, user: { ...yuki, id: 'me', role: 'coordinator' } });
  seen = fakeServer(({ method, url }) => {
    if (method === 'GET') return { status: 200, body: { items: [here, there], nextCursor: null, total: null } };
    if (refuse) return refusal(409, refuse);
    return { status: 200, body: url.endsWith('/merge') ? ticket({ ...there }) : ticket({ number: 'ACME-1099' }) };
  });
});

function open(children: ReactNode) {
  render(
    <QueryClientProvider client={createQueryClient()}>
      <ToastProvider>
        <MemoryRouter>{children}</MemoryRouter>
      </ToastProvider>
    </QueryClientProvider>,
  );
  return userEvent.setup({ pointerEventsCheck: 0 });
}

/** Behind the dialog, which only its page closes. */
const undo = () => screen.findByRole('button', { name: 'Undo', hidden: true });

describe('merging', () => {
  const openMerge = () => {
    const [onOpen, onClose] = [jest.fn(), jest.fn()];
    const user = open(<MergeDialog ticket={ticket()} onOpen={onOpen} onClose={onClose} />);
    return { user, onOpen, onClose };
  };
  const choose = async (user: ReturnType<typeof userEvent.setup>) => {
    await user.click(screen.getByLabelText('The ticket that goes on'));
    await user.paste('north');
    await user.click(await screen.findByRole('option', { name: /North door/ }));
  };

  it('offers other tickets, says what will happen, and warns of another requester', async () => {
    const { user } = openMerge();
    await choose(user);
    expect(screen.getByText('Everything said on ACME-1001 moves to ACME-1002, in order.')).toBeTruthy();
    expect(screen.getByText('Giulia Romano asked the other one.')).toBeTruthy();
    await user.clear(screen.getByLabelText('The ticket that goes on'));
    await user.paste('b');
    await screen.findByRole('option', { name: /North door/ });
    expect(screen.queryByRole('option', { name: /Badge/ })).toBeNull();
  });

  it('goes to the ticket that goes on, and can be undone', async () => {
    const { user, onOpen, onClose } = openMerge();
    await choose(user);
    await user.click(screen.getByRole('button', { name: 'Merge into ACME-1002' }));
    await waitFor(() => expect(onOpen).toHaveBeenCalledWith('ACME-1002'));
    await waitFor(() => expect(onClose).toHaveBeenCalled());
    expect(asked('/merge')).toMatchObject([{ url: `/api/tickets/${here.id}/merge`, body: { intoId: there.id } }]);
    await user.click(await undo());
    await waitFor(() => expect(asked('/unmerge')).toMatchObject([{ url: `/api/tickets/${here.id}/unmerge` }]));
  });

  it('asks for a ticket, and says why it is refused', async () => {
    const { user } = openMerge();
    await user.click(screen.getByRole('button', { name: 'Merge' }));
    expect(screen.getByText('Choose a ticket')).toBeTruthy();
    refuse = 'ticket.merge_target_final';
    await choose(user);
    await user.click(screen.getByRole('button', { name: 'Merge into ACME-1002' }));
    expect(await screen.findByText('The other one has ended. Choose one that goes on.')).toBeTruthy();
  });
});

it('says where a merged ticket goes on, and takes it out again', async () => {
  const user = open(<MergeNotices ticket={ticket({ mergedInto: linkTo(there) })} base="/tickets" />);
  expect(screen.getByRole('link', { name: 'Open ACME-1002' }).getAttribute('href')).toBe('/tickets/ACME-1002');
  await user.click(screen.getByRole('button', { name: 'Take out of the merge' }));
  await waitFor(() => expect(asked('/unmerge')).toHaveLength(1));
});

it('lists linked tickets by what they are, and unlinks with a way back', async () => {
  const linked = ticket({ parent: linkTo(there), related: [linkTo(ticketRow(3))] });
  const user = open(<LinkedList ticket={linked} base="/queue" onLink={jest.fn()} />);
  expect(screen.getByRole('list', { name: 'Parent' }).textContent).toContain('North door');
  await user.click(screen.getByRole('button', { name: 'Remove the link to ACME-1002' }));
  await waitFor(() => expect(asked(`/links/${there.id}`)).toHaveLength(1));
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(asked('/links')).toMatchObject([{ body: { ticketId: there.id, kind: 'parent' } }]));
});

it('makes a ticket of a message under its first line, and takes it back', async () => {
  const message = { id: here.id, text: 'My badge\ndoes not open', body: '<p>My badge</p>', author: giulia } as never;
  const user = open(<SplitDialog ticketId={there.id} message={message} onClose={jest.fn()} />);
  expect((screen.getByLabelText('What is it about?') as HTMLInputElement).value).toBe('My badge');
  await user.click(screen.getByRole('button', { name: 'Make the ticket' }));
  await waitFor(() => expect(asked('/split')).toMatchObject([{ body: { messageId: here.id, subject: 'My badge' } }]));
  await user.click(await undo());
  await waitFor(() => expect(asked('/unsplit')).toHaveLength(1));
});
