import type { WorkProfileResponse } from '@baton/contracts/work-profiles/work-profiles.response';
import { QueryClientProvider } from '@tanstack/react-query';
import { act, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { type Answer, fakeServer, refusal } from '../../../test/support/fake-server';
import { signedIn } from '../../../test/support/people';
import { createQueryClient } from '../../shared/api/query-client';
import { endSession, startSession } from '../../shared/api/session-store';
import { ToastProvider } from '../../shared/ui/toast';
import { useMyAvailability } from './use-my-availability';

const mine = (availability: WorkProfileResponse['availability']) =>
  ({ person: { id: 'me', name: 'Me' }, availability, availabilitySource: 'manual' }) as WorkProfileResponse;

async function open(answer: () => Answer) {
  fakeServer(({ method }) => (method === 'GET' ? { status: 200, body: mine('online') } : answer()));
  const client = createQueryClient();
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>
      <ToastProvider>{children}</ToastProvider>
    </QueryClientProvider>
  );
  const shown: string[] = [];
  const { result } = renderHook(
    () => {
      const own = useMyAvailability();
      const word = own.profile?.availability;
      if (word && word !== shown.at(-1)) shown.push(word);
      return own;
    },
    { wrapper },
  );
  await waitFor(() => expect(shown).toEqual(['online']));
  return { shown, choose: (word: WorkProfileResponse['availability']) => act(() => result.current.choose(word)) };
}

beforeEach(() => startSession(signedIn('token')));
afterEach(() => act(() => endSession()));

test('a choice is on the screen before the server has answered, and stays', async () => {
  let whenAsked: string | undefined;
  const { shown, choose } = await open(() => {
    whenAsked = shown.at(-1);
    return { status: 200, body: mine('away') };
  });
  choose('away');
  await waitFor(() => expect(whenAsked).toBe('away'));
  expect(shown).toEqual(['online', 'away']);
});

test('a refused choice is taken back', async () => {
  const { shown, choose } = await open(() => refusal(403, 'access.forbidden'));
  choose('away');
  await waitFor(() => expect(shown).toEqual(['online', 'away', 'online']));
});
