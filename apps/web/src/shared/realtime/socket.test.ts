import { waitFor } from '@testing-library/dom';
import { fakeServer } from '../../../test/support/fake-server';
import { fakeSockets } from '../../../test/support/fake-sockets';
import { signedIn } from '../../../test/support/people';
import { endSession, getSession, startSession } from '../api/session-store';
import { deskSocket } from './socket';

test('many changes that come in one event are heard one by one', async () => {
  startSession(signedIn('many'));
  const socket = await deskSocket();
  const heard: unknown[] = [];
  socket.on('ticket.changed', (change) => heard.push(change));
  await waitFor(() => expect(socket.connected).toBe(true), { timeout: 10_000 });
  const tickets = [
    { ticketId: 'a', version: 2 },
    { ticketId: 'b', version: 5 },
  ];
  fakeSockets.emit('tickets.changed', { tickets, changed: ['sla'] });
  await waitFor(() => expect(heard).toEqual(tickets.map((ticket) => ({ ...ticket, changed: ['sla'] }))));
  endSession();
});

test('a connection that opens after signing out signs nobody in again', async () => {
  const tokens: unknown[] = [];
  fakeSockets.use((socket, next) => {
    tokens.push(socket.handshake.auth.token);
    next(new Error('access.unauthenticated'));
  });
  const seen = fakeServer(() => ({ status: 200, body: signedIn('again') }));
  endSession();
  const socket = await deskSocket();
  await waitFor(() => expect(tokens).toEqual([null]), { timeout: 10_000 });
  expect(seen).toEqual([]);
  expect(getSession().state).toBe('signed-out');
  socket.disconnect();
});
