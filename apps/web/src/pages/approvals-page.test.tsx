import type { UserResponse } from '@baton/contracts/users/users.response';
import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter } from 'react-router-dom';
import { type Answer, fakeServer, refusal } from '../../test/support/fake-server';
import { texts, userErrors } from '../features/users/users.texts';
import { createQueryClient } from '../shared/api/query-client';
import { ToastProvider } from '../shared/ui/toast';
import { ApprovalsPage } from './approvals-page';

jest.mock('../shared/realtime/use-socket', () => ({ useSocketEvent: () => undefined, useOnConnect: () => undefined }));

const person = (name: string, knownDomain: boolean, createdAt: string): UserResponse => ({
  id: `id of ${name}`,
  name,
  role: 'employee',
  avatarUrl: null,
  email: `${name.toLowerCase()}@acme.test`,
  phone: null,
  status: 'pending',
  employeeNumber: 'EMP-0001',
  teamIds: [],
  invitationPending: false,
  knownDomain,
  rejectedReason: null,
  createdAt,
  lastSignInAt: null,
});
const ana = person('Ana', false, '2026-11-21T10:00:00.000Z');
const leila = person('Leila', true, '2026-11-21T09:00:00.000Z');
const wei = person('Wei', true, '2026-11-21T08:00:00.000Z');

function open(decision: Answer = { status: 200, body: wei }) {
  const seen = fakeServer(({ method }) =>
    method === 'GET' ? { status: 200, body: { items: [ana, leila, wei], nextCursor: null, total: 3 } } : decision,
  );
  render(
    <QueryClientProvider client={createQueryClient()}>
      <ToastProvider>
        <MemoryRouter>
          <ApprovalsPage />
        </MemoryRouter>
      </ToastProvider>
    </QueryClientProvider>,
  );
  const sent = () => seen.filter(({ method }) => method === 'POST').map(({ url, body }) => ({ url, body }));
  return { sent };
}

test('who has waited longest comes first', async () => {
  open();
  await screen.findByText('Wei');
  expect(screen.getAllByText(/^(Ana|Leila|Wei)$/).map(({ textContent }) => textContent)).toEqual([
    'Wei',
    'Leila',
    'Ana',
  ]);
});

test('approves everybody of a known domain at once', async () => {
  const { sent } = open();
  await userEvent.click(await screen.findByRole('button', { name: texts.approvals.approveKnown(2) }));
  await screen.findByText(texts.approvals.approvedMany(2));
  expect(sent()).toEqual([{ url: '/api/users/approve', body: { userIds: [wei.id, leila.id] } }]);
});

test('approves whom one selected', async () => {
  const { sent } = open();
  await userEvent.click(await screen.findByRole('checkbox', { name: texts.approvals.select('Ana') }));
  await userEvent.click(screen.getByRole('button', { name: texts.approvals.approveSelected(1) }));
  await waitFor(() => expect(sent()).toEqual([{ url: '/api/users/approve', body: { userIds: [ana.id] } }]));
});

test('rejects with a reason, and not without', async () => {
  const { sent } = open({ status: 200, body: ana });
  await userEvent.click(await screen.findByRole('button', { name: texts.approvals.rejectWho('Ana') }));
  const reason = await screen.findByLabelText(texts.approvals.reasonLabel('Ana'));
  await userEvent.type(reason, '{Enter}');
  await screen.findByText(texts.approvals.reasonMissing);
  expect(sent()).toEqual([]);
  await userEvent.type(reason, 'Use your work address{Enter}');
  await screen.findByText(texts.approvals.rejected('Ana'));
  expect(sent()).toEqual([
    { url: `/api/users/${encodeURIComponent(ana.id)}/reject`, body: { reason: 'Use your work address' } },
  ]);
});

test('says when somebody else was faster', async () => {
  open(refusal(409, 'account.transition_not_allowed'));
  await userEvent.click(await screen.findByRole('button', { name: texts.approvals.approveWho('Wei') }));
  await screen.findByText(userErrors['account.transition_not_allowed'] ?? '');
});
