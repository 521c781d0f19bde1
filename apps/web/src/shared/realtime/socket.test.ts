import { waitFor } from '@testing-library/dom';
import { fakeServer } from '../../../test/support/fake-server';
import { fakeSockets } from '../../../test/support/fake-sockets';
import { signedIn } from '../../../test/support/people';
import { endSession, getSession } from '../api/session-store';
import { deskSocket } from './socket';

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
