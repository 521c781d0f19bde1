import { act, renderHook } from '@testing-library/react';
import { signedIn, yuki } from '../../../test/support/people';
import { startSession } from '../../shared/api/session-store';
import { held } from './hold';
import { putOut } from './outbox';
import { useUnsent } from './use-unsent';

jest.mock('../../shared/realtime/use-socket', () => ({ useConnectionState: () => 'connected' }));

test('what is on hold is unsent as soon as the network is gone, not when the socket notices', () => {
  const online = jest.spyOn(navigator, 'onLine', 'get').mockReturnValue(true);
  startSession(signedIn('token'));
  putOut(yuki.id, {
    clientId: 'one',
    ticketId: 'ticket',
    ticketNumber: 'ACME-1',
    internal: false,
    body: '<p>Hello</p>',
    attachments: [],
    writtenAt: '2026-11-20T10:00:00.000Z',
    state: 'waiting',
    ...held(),
  });
  const { result } = renderHook(() => useUnsent());
  expect(result.current).toBe(0);
  online.mockReturnValue(false);
  act(() => void dispatchEvent(new Event('offline')));
  expect(result.current).toBe(1);
});
