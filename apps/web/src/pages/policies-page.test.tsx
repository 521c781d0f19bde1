import type { PolicyResponse } from '@baton/contracts/sla/sla.response';
import { QueryClientProvider } from '@tanstack/react-query';
import { act, configure, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter, Route, Routes } from 'react-router-dom';
import { fakeServer, refusal, type SeenRequest } from '../../test/support/fake-server';
import { yuki } from '../../test/support/people';
import { texts } from '../features/sla/policies.texts';
import { createQueryClient } from '../shared/api/query-client';
import { startSession } from '../shared/api/session-store';
import { ToastProvider } from '../shared/ui/toast';
import { PoliciesPage } from './policies-page';

configure({ asyncUtilTimeout: 20_000 });
jest.setTimeout(60_000);

const lengths = (firstResponse: number, nextResponse: number | null, resolution: number) => ({
  firstResponse,
  nextResponse,
  resolution,
});
const policy = (id: string, name: string, more: Partial<PolicyResponse> = {}): PolicyResponse => ({
  id,
  name,
  enabled: true,
  position: 0,
  conditions: {},
  calendarId: 'office',
  calendar: { id: 'office', name: 'Head office' },
  targets: {
    low: lengths(480, null, 2400),
    medium: lengths(240, null, 1440),
    high: lengths(60, null, 480),
    urgent: lengths(30, null, 240),
  },
  warnings: [75, 90],
  escalation: { notify: ['assignee'], raisePriority: false, reassign: false },
  ...more,
});
const office = {
  id: 'office',
  name: 'Head office',
  version: 1,
  usedBy: [],
  calendar: { timeZone: 'Europe/Berlin', windows: { mon: [['09:00', '17:00']] }, holidays: [] },
};
const counts = (met: number, breached: number) => ({ total: met + breached, met, breached });

let policies: PolicyResponse[];
let calendars: object[];
let refused: ReturnType<typeof refusal> | null;
let seen: SeenRequest[];
const written = () => seen.filter(({ method }) => method !== 'GET');

function answerTo({ method, url, body }: SeenRequest) {
  const path = url.split('?')[0];
  if (path === '/api/sla/policies/order') {
    policies = (body as { ids: string[] }).ids.flatMap((id) => policies.find((each) => each.id === id) ?? []);
    return { status: 200, body: { items: policies } };
  }
  if (path === '/api/sla/policies/back-test') {
    const comparison = { before: counts(8, 2), after: counts(6, 4) };
    const metrics = [{ metric: 'resolution', ...comparison, byPriority: [{ priority: 'high', ...comparison }] }];
    const ticket = { id: 't', number: 'ACME-7', subject: 'Too slow', status: 'closed' };
    const examples = [{ ticket, metric: 'resolution', before: 'met', after: 'breached' }];
    return {
      status: 200,
      body: { from: '2026-08-20T10:00:00.000Z', tickets: 10, changedTickets: 2, metrics, examples },
    };
  }
  if (method === 'POST' || method === 'PATCH') return refused ?? { status: 200, body: policy('3', 'Made') };
  if (method === 'DELETE') return { status: 204 };
  if (path === '/api/sla/policies') return { status: 200, body: { items: policies } };
  if (path === '/api/sla/calendars') return { status: 200, body: { items: calendars } };
  if (path === '/api/teams') return { status: 200, body: { items: [{ id: 'apps', name: 'Business Apps' }] } };
  return { status: 200, body: { items: [] } };
}

beforeEach(() => {
  policies = [
    policy('1', 'Finance', { conditions: { priorities: ['high', 'urgent'], teamIds: ['apps'] } }),
    policy('2', 'Standard'),
    policy('3', 'Rest'),
  ];
  calendars = [office];
  refused = null;
  seen = fakeServer(answerTo);
});

function open(path: string) {
  startSession({ accessToken: 'token', expiresIn: 900, user: { ...yuki, role: 'admin' } });
  render(
    <QueryClientProvider client={createQueryClient()}>
      <ToastProvider>
        <MemoryRouter initialEntries={[path]}>
          <Routes>
            <Route path="/admin/policies/:id?" element={<PoliciesPage />} />
          </Routes>
        </MemoryRouter>
      </ToastProvider>
    </QueryClientProvider>,
  );
  return userEvent.setup({ pointerEventsCheck: 0 });
}

const namesNow = () => screen.getAllByRole('listitem').map((row) => within(row).getByRole('link').textContent);

describe('the list', () => {
  it('says in words whom each covers and what it promises', async () => {
    open('/admin/policies');
    const [finance, standard, rest] = await screen.findAllByRole('listitem');
    await waitFor(() => expect(finance?.textContent).toContain('High and urgent tickets of Business Apps'));
    expect(finance?.textContent).toContain('First response 30m to 8h · Resolution 4h to 40h · counted by Head office');
    expect(standard?.textContent).toContain(texts.conditions.all);
    expect(rest?.textContent).toContain(texts.unreachable('Standard'));
  });

  it('is put in order by the arrow keys, and back by the toast', async () => {
    const user = open('/admin/policies');
    const handle = await screen.findByRole('button', { name: texts.move('Standard') });
    act(() => handle.focus());
    await user.keyboard('{ArrowUp}');
    await waitFor(() => expect(namesNow()).toEqual(['Standard', 'Finance', 'Rest']));
    expect(screen.getByText(texts.movedTo('Standard', 1, 3))).toBeTruthy();
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(written()).toHaveLength(2));
    await waitFor(() => expect(namesNow()).toEqual(['Finance', 'Standard', 'Rest']));
    expect(written().map(({ body }) => (body as { ids: string[] }).ids)).toEqual([
      ['2', '1', '3'],
      ['1', '2', '3'],
    ]);
  });

  it('switches one off', async () => {
    const user = open('/admin/policies');
    await user.click(await screen.findByRole('switch', { name: texts.enabled('Finance') }));
    await waitFor(() => expect(written()[0]).toMatchObject({ method: 'PATCH', body: { enabled: false } }));
  });

  it('leads to a calendar first when there is none', async () => {
    policies = [];
    calendars = [];
    open('/admin/policies');
    expect(await screen.findByRole('link', { name: texts.needsCalendar.action })).toBeTruthy();
  });
});

describe('the editor', () => {
  it('reads lengths as they are typed, and keeps what is none for the admin to correct', async () => {
    const user = open('/admin/policies/new');
    const field = await screen.findByLabelText(texts.form.target('High', 'Resolution'));
    await user.clear(field);
    await user.type(field, '2d 4h');
    await user.tab();
    expect(field).toHaveProperty('value', '52h');
    await user.clear(field);
    await user.type(field, 'soon');
    await user.click(screen.getByRole('button', { name: texts.form.saveNew }));
    expect(await screen.findByText('A length such as 30m, 4h or 2d 4h')).toBeTruthy();
    expect(written()).toEqual([]);
    await user.clear(field);
    await user.type(screen.getByLabelText(texts.form.name), 'Quick');
    await user.click(screen.getByRole('button', { name: texts.form.saveNew }));
    await waitFor(() => expect(written()).toHaveLength(1));
    expect(written()[0]?.body).toMatchObject({
      name: 'Quick',
      calendarId: 'office',
      targets: { high: { resolution: null } },
    });
  });

  it('shows what would have changed, of the whole list in its order, without saving', async () => {
    const user = open('/admin/policies/2');
    await user.click(await screen.findByRole('button', { name: texts.backTest.run }));
    expect(await screen.findByText('Of 10 tickets, 2 would have come out otherwise.')).toBeTruthy();
    expect(screen.getByText('Resolution: kept → broken')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: texts.backTest.byPriority('Resolution') }));
    expect(screen.getAllByText(texts.backTest.change('8', '6'))).toHaveLength(2);
    expect(written()[0]?.body).toMatchObject({ policies: policies.map(({ name }) => ({ name })) });
    await user.type(screen.getByLabelText(texts.form.warningsLabel), ', 95');
    expect(await screen.findByText(texts.backTest.old)).toBeTruthy();
  });

  it('says what the server refuses where it belongs', async () => {
    refused = refusal(409, 'sla_policy.name_taken');
    const user = open('/admin/policies/2');
    await user.click(await screen.findByRole('button', { name: texts.form.save }));
    expect(await screen.findByText('Refused: sla_policy.name_taken')).toBeTruthy();
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText(texts.form.name)));
  });
});
