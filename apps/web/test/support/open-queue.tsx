import type { QueueViewResponse } from '@baton/contracts/queue/queue.response';
import type { TicketSummaryResponse } from '@baton/contracts/tickets/tickets.response';
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, configure, render, screen } from '@testing-library/react';
import { MemoryRouter, Route, Routes, useLocation } from 'react-router-dom';
import { refreshLists } from '../../src/features/tickets/live-lists';
import { QueuePage } from '../../src/pages/queue-page';
import { createQueryClient } from '../../src/shared/api/query-client';
import { endSession, startSession } from '../../src/shared/api/session-store';
import { ToastProvider } from '../../src/shared/ui/toast';
import { type Answer, fakeServer, type SeenRequest } from './fake-server';
import { yuki } from './people';
import { queueView, ticketRow } from './tickets';

// Whole pages by role are slow to search without a browser; a hang is still a hang.
configure({ asyncUtilTimeout: 20_000, defaultHidden: true });
jest.setTimeout(60_000);

interface Desk {
  rows: TicketSummaryResponse[];
  saved: QueueViewResponse[];
  /** Answers that differ from the usual, by method and path. */
  special: Record<string, (request: SeenRequest) => Answer>;
}

/** What the server of the queue's tests holds; new for each test. */
export const desk: Desk = { rows: [], saved: [], special: {} };

let seen: SeenRequest[];
let client: QueryClient;
let address = '';

export const ok = (body: unknown, status = 200): Answer => ({ status, body });
export const addressNow = (): string => address;

/** The list as the server would answer: by status and by id. */
function listed(url: URL): TicketSummaryResponse[] {
  const [status, ids] = [url.searchParams.getAll('status'), url.searchParams.getAll('ids')];
  return desk.rows.filter(
    (row) => (status.length === 0 || status.includes(row.status)) && (ids.length === 0 || ids.includes(row.id)),
  );
}

function answer(request: SeenRequest): Answer {
  const url = new URL(request.url, 'http://baton.test');
  const own = desk.special[`${request.method} ${url.pathname}`];
  if (own) return own(request);
  if (url.pathname === '/api/queue/views') {
    return ok({ items: [queueView('mine'), queueView('open', { count: desk.rows.length }), ...desk.saved] });
  }
  if (url.pathname === '/api/tickets') {
    const items = listed(url);
    return ok({ items, nextCursor: null, total: url.searchParams.has('count') ? items.length : null });
  }
  return ok({ items: [], nextCursor: null });
}

function Address() {
  const { pathname, search } = useLocation();
  address = pathname + search;
  return null;
}

/** The page of the queue, as a coordinator opens it. */
export function openQueue(at = '/queue') {
  seen = fakeServer(answer);
  client = createQueryClient();
  render(
    <QueryClientProvider client={client}>
      <ToastProvider>
        <MemoryRouter initialEntries={[at]}>
          <Routes>
            <Route path="/queue/:id?" element={<QueuePage />} />
          </Routes>
          <Address />
        </MemoryRouter>
      </ToastProvider>
    </QueryClientProvider>,
  );
}

export const asked = (method: string, path: string) =>
  seen.filter((request) => request.method === method && new URL(request.url, 'http://baton.test').pathname === path);

/** The queries of the lists that were asked for, without counts. */
export const lists = () =>
  asked('GET', '/api/tickets')
    .map(({ url }) => new URL(url, 'http://baton.test').searchParams)
    .filter((params) => !params.has('count'));

export const subjects = () => screen.getAllByText(/^Subject \d+$/).map(({ textContent }) => textContent);

/** Somebody changed tickets, and the page has heard of it. */
export const hear = (...changed: TicketSummaryResponse[]) =>
  act(() =>
    refreshLists(
      client,
      changed.map(({ id }) => id),
    ),
  );

beforeEach(() => {
  // jsdom lays nothing out: every window is as high as three rows, and as wide as a desk.
  jest.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(640);
  globalThis.ResizeObserver = class {
    observe() {}
    unobserve() {}
    disconnect() {}
  };
  globalThis.matchMedia = (query) =>
    ({ matches: true, media: query, addEventListener: () => undefined, removeEventListener: () => undefined }) as never;
  Element.prototype.scrollIntoView = () => undefined;
  Element.prototype.scrollTo = () => undefined;
  localStorage.clear();
  Object.assign(desk, { rows: [ticketRow(1), ticketRow(2), ticketRow(3)], saved: [], special: {} });
  startSession({ accessToken: 'token', expiresIn: 900, user: { ...yuki, role: 'coordinator' } });
});
afterEach(() => {
  act(() => endSession());
  client.clear();
});
