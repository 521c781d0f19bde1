import type { NotificationResponse } from '@baton/contracts/notifications/notifications.response';
import { QueryClientProvider } from '@tanstack/react-query';
import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter, useLocation } from 'react-router-dom';
import { fakeServer, type SeenRequest } from '../../../../test/support/fake-server';
import { fakeSockets } from '../../../../test/support/fake-sockets';
import { yuki } from '../../../../test/support/people';
import { createQueryClient } from '../../../shared/api/query-client';
import { startSession } from '../../../shared/api/session-store';
import { Bell } from './bell';

const dana = { id: 'dana', name: 'Dana Haddad', role: 'coordinator', avatarUrl: null } as const;
const told = (id: string, fields: Partial<NotificationResponse> = {}): NotificationResponse => ({
  id,
  kind: 'mentioned',
  ticket: { id: `ticket-${id}`, number: 'ACME-12', subject: 'Printer', status: 'open' },
  actor: dana,
  read: false,
  createdAt: '2026-11-20T10:00:00.000Z',
  ...fields,
});

let seen: SeenRequest[];
const readIds = () => seen.filter(({ method }) => method === 'POST').map(({ body }) => body);
const Address = () => <p role="note">{useLocation().pathname}</p>;

async function open(items: NotificationResponse[]) {
  const unreadOf = () => items.filter(({ read }) => !read).length;
  seen = fakeServer(({ method, body }) => {
    if (method === 'GET') return { status: 200, body: { items, nextCursor: null, unread: unreadOf() } };
    const { ids } = body as { ids?: string[] };
    for (const item of items) if (!ids || ids.includes(item.id)) item.read = true;
    return { status: 200, body: { unread: unreadOf() } };
  });
  startSession({ accessToken: 'token', expiresIn: 900, user: { ...yuki, role: 'coordinator' } });
  render(
    <QueryClientProvider client={createQueryClient()}>
      <MemoryRouter>
        <Bell />
        <Address />
      </MemoryRouter>
    </QueryClientProvider>,
  );
  const user = userEvent.setup({ pointerEventsCheck: 0 });
  const count = items.filter(({ read }) => !read).length;
  const bell = await screen.findByRole('button', {
    name: count > 0 ? `Notifications, ${count} unread` : 'Notifications',
  });
  return { user, bell };
}

it('tells who did what where, and goes there', async () => {
  const { user, bell } = await open([told('1'), told('2', { kind: 'assigned', actor: null, read: true })]);
  await user.click(bell);
  expect(await screen.findByText('Given to you')).toBeTruthy();
  await user.click(screen.getByRole('link', { name: /Dana Haddad mentioned you/ }));
  expect(screen.getByRole('note').textContent).toBe('/queue/ACME-12');
  await waitFor(() => expect(readIds()).toEqual([{ ids: ['1'] }]));
  expect(await screen.findByRole('button', { name: 'Notifications' })).toBeTruthy();
});

it('marks all as read', async () => {
  const { user, bell } = await open([told('1'), told('2')]);
  await user.click(bell);
  await user.click(await screen.findByRole('button', { name: 'Mark all as read' }));
  await waitFor(() => expect(readIds()).toEqual([{ all: true }]));
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Mark all as read' })).toBeNull());
});

it('says so when there is nothing', async () => {
  const { user, bell } = await open([]);
  await user.click(bell);
  expect(await screen.findByText('Nothing new')).toBeTruthy();
});

it('rings when something comes, once, and hears what was read elsewhere', async () => {
  const items = [told('1')];
  await open(items);
  await waitFor(() => expect(fakeSockets.engine.clientsCount).toBeGreaterThan(0));
  const replied = told('3', { kind: 'replied' });
  await act(async () => {
    // The server's own list tells of it too: whoever has just connected asks for it.
    items.unshift(replied);
    for (let twice = 0; twice < 2; twice++)
      fakeSockets.emit('notification.created', { notification: replied, unread: 2 });
    await screen.findByRole('button', { name: 'Notifications, 2 unread' });
  });
  items.splice(1, 1, told('1', { read: true }));
  fakeSockets.emit('notifications.read', { ids: ['1'], unread: 1 });
  expect(await screen.findByRole('button', { name: 'Notifications, 1 unread' })).toBeTruthy();
});
