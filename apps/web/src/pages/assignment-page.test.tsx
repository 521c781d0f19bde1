import type { DecisionResponse, TeamWaitingResponse } from '@baton/contracts/assignment/assignment.response';
import { QueryClientProvider } from '@tanstack/react-query';
import { act, configure, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter, Route, Routes } from 'react-router-dom';
import { fakeServer, refusal } from '../../test/support/fake-server';
import { signedIn, yuki } from '../../test/support/people';
import { texts } from '../features/assignment/settings.texts';
import { createQueryClient } from '../shared/api/query-client';
import { endSession, startSession } from '../shared/api/session-store';
import { ToastProvider } from '../shared/ui/toast';
import { AssignmentPage } from './assignment-page';

configure({ asyncUtilTimeout: 20_000 });
jest.setTimeout(60_000);

const TEAM = { id: '0190a000-0000-7000-8000-000000000301', name: 'Business Apps' };
const DANA = { id: '0190a000-0000-7000-8000-000000000302', name: 'Dana Haddad', role: 'coordinator', avatarUrl: null };
let mode: TeamWaitingResponse['mode'];
let teams: TeamWaitingResponse[];

const decided = (by: DecisionResponse['mode']) => ({
  mode: by,
  team: TEAM,
  skills: [],
  chosen: by === 'manual' ? null : DANA,
  waiting: by === 'manual' ? 'manual_mode' : null,
  candidates: [],
  rejected: [],
});

function open() {
  const seen = fakeServer(({ method, url, body }) => {
    if (url.startsWith('/api/assignment/waiting'))
      return { status: 200, body: { items: teams.map((each) => ({ ...each, mode })) } };
    if (url.startsWith('/api/assignment/preview'))
      return { status: 200, body: decided((body as { mode: DecisionResponse['mode'] }).mode) };
    if (url.startsWith('/api/teams') && method === 'PATCH') {
      mode = (body as { mode: typeof mode }).mode;
      return { status: 200, body: { ...TEAM, mode, restricted: false, members: [] } };
    }
    return url.startsWith('/api/categories')
      ? { status: 200, body: { items: [] } }
      : refusal(404, 'resource.not_found');
  });
  render(
    <QueryClientProvider client={createQueryClient()}>
      <ToastProvider>
        <MemoryRouter initialEntries={['/admin/assignment']}>
          <Routes>
            <Route path="/admin/assignment/:id?" element={<AssignmentPage />} />
          </Routes>
        </MemoryRouter>
      </ToastProvider>
    </QueryClientProvider>,
  );
  return seen;
}

beforeEach(() => {
  mode = 'manual';
  teams = [{ team: TEAM, mode, waiting: 0, reasons: [], tickets: [] }];
  startSession({ ...signedIn('token'), user: { ...yuki, role: 'admin' } });
});
afterEach(() => act(() => endSession()));

test('shows who would get it before a mode is used, and puts the mode back', async () => {
  const seen = open();
  await screen.findByText(texts.tryIt.byHand);
  await userEvent.click(screen.getByRole('radio', { name: /^In turn/ }));
  await screen.findByText(texts.tryIt.gets(DANA.name));
  expect(seen.filter(({ method }) => method === 'PATCH')).toEqual([]);
  await userEvent.click(screen.getByRole('button', { name: texts.save('In turn') }));
  await screen.findByText(texts.changed(TEAM.name, 'In turn'));
  await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(mode).toBe('manual'));
});

test('says so when there is no team', async () => {
  teams = [];
  open();
  await screen.findByText(texts.empty.title);
});
