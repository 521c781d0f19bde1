import { QueryClientProvider } from '@tanstack/react-query';
import { configure, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter, Route, Routes } from 'react-router-dom';
import { fakeServer, refusal, type SeenRequest } from '../../test/support/fake-server';
import { yuki } from '../../test/support/people';
import { texts } from '../features/sla/calendars.texts';
import { createQueryClient } from '../shared/api/query-client';
import { startSession } from '../shared/api/session-store';
import { ToastProvider } from '../shared/ui/toast';
import { CalendarsPage } from './calendars-page';

configure({ asyncUtilTimeout: 20_000 });
jest.setTimeout(60_000);

const office = {
  id: 'office',
  name: 'Head office',
  version: 3,
  usedBy: [{ id: '1', name: 'Standard' }],
  calendar: {
    timeZone: 'Europe/Berlin',
    windows: { mon: [['09:00', '17:00']], fri: [['22:00', '02:00']] },
    holidays: [{ date: '2999-12-24', from: '14:00', name: 'Christmas Eve' }],
  },
};

let seen: SeenRequest[];
let imported: ReturnType<typeof refusal>;
const written = (path: string) => seen.filter(({ method, url }) => method !== 'GET' && url.startsWith(path));

beforeEach(() => {
  imported = {
    status: 200,
    body: {
      holidays: [
        { date: '2999-12-24', from: '14:00', name: 'Heiligabend' },
        { date: '2999-12-25', name: 'Weihnachten' },
      ],
    },
  };
  seen = fakeServer(({ method, url }) => {
    if (url.endsWith('/preview'))
      return {
        status: 200,
        body: {
          dueAt: '2026-11-23T12:00:00.000Z',
          intervals: [{ from: '2026-11-23T08:00:00.000Z', to: '2026-11-23T12:00:00.000Z', kind: 'counted' }],
        },
      };
    if (url.endsWith('/import')) return imported;
    if (method !== 'GET') return { status: 200, body: office };
    return { status: 200, body: { items: [office] } };
  });
});

function open(path: string) {
  startSession({ accessToken: 'token', expiresIn: 900, user: { ...yuki, role: 'admin' } });
  render(
    <QueryClientProvider client={createQueryClient()}>
      <ToastProvider>
        <MemoryRouter initialEntries={[path]}>
          <Routes>
            <Route path="/admin/calendars/:id?" element={<CalendarsPage />} />
          </Routes>
        </MemoryRouter>
      </ToastProvider>
    </QueryClientProvider>,
  );
  return userEvent.setup({ pointerEventsCheck: 0 });
}

it('tells each in words, and keeps one that policies count by', async () => {
  const user = open('/admin/calendars');
  const row = await screen.findByRole('listitem');
  expect(row.textContent).toContain('Mon 09:00–17:00, Fri 22:00–02:00 · 12h a week');
  expect(row.textContent).toContain('1 holiday ahead · Used by Standard');
  await user.click(within(row).getByRole('button', { name: texts.actions('Head office') }));
  await user.click(await screen.findByRole('menuitem', { name: texts.remove }));
  expect(await screen.findByText(texts.inUse('Standard'))).toBeTruthy();
  expect(written('/api/sla')).toEqual([]);
});

it('writes times as they are typed, several a day and over midnight, and says what cannot be', async () => {
  const user = open('/admin/calendars/office');
  const from = await screen.findByLabelText('Monday, hours 1: from');
  await user.clear(from);
  await user.type(from, '830');
  await user.tab();
  expect(from).toHaveProperty('value', '08:30');
  await user.click(screen.getAllByRole('button', { name: 'Add hours on Monday' })[0]!);
  const until = screen.getByLabelText('Monday, hours 2: until');
  await user.clear(until);
  await user.type(until, '20');
  await user.tab();
  expect(await screen.findByText('Ends when it begins')).toBeTruthy();
  await user.clear(until);
  await user.type(until, '1');
  await user.click(screen.getByRole('button', { name: texts.form.save }));
  await waitFor(() => expect(written('/api/sla/calendars')).toHaveLength(1));
  expect(written('/api/sla/calendars')[0]?.body).toMatchObject({
    calendar: {
      windows: {
        mon: [
          ['08:30', '17:00'],
          ['20:00', '01:00'],
        ],
      },
    },
  });
});

it('shows when something would be due before it is saved', async () => {
  open('/admin/calendars/office');
  expect(await screen.findByText(/^Mon.* 23 November 2026.* 13:00$/)).toBeTruthy();
  expect(written('/api/sla/preview')[0]?.body).toMatchObject({ calendar: office.calendar, targetMinutes: 240 });
  expect(written('/api/sla/calendars')).toEqual([]);
});

it('imports the holidays that are not there yet', async () => {
  const user = open('/admin/calendars/office');
  await user.click(await screen.findByRole('button', { name: texts.holiday.import }));
  const dialog = await screen.findByRole('dialog', { name: texts.ical.title });
  await user.click(within(dialog).getByLabelText(texts.ical.paste));
  await user.paste('BEGIN:VCALENDAR');
  await user.click(within(dialog).getByRole('button', { name: texts.ical.read }));
  expect(await within(dialog).findByText(texts.ical.found(2, 1))).toBeTruthy();
  await user.click(within(dialog).getByRole('button', { name: texts.ical.add(1) }));
  const list = await screen.findByRole('list', { name: texts.holiday.list, hidden: true });
  await waitFor(() => expect(list.textContent).toContain('Weihnachten'));
  expect(list.textContent).toContain('Christmas Eve');
});

it('says why a file cannot be read', async () => {
  imported = refusal(400, 'ical.unreadable', { reason: 'broken_event', event: 'Fasching' });
  const user = open('/admin/calendars/office');
  await user.click(await screen.findByRole('button', { name: texts.holiday.import }));
  await user.click(await screen.findByLabelText(texts.ical.paste));
  await user.paste('BEGIN:VCALENDAR');
  await user.click(screen.getByRole('button', { name: texts.ical.read }));
  expect(await screen.findByText('An event has no readable beginning or end (“Fasching”)')).toBeTruthy();
});
