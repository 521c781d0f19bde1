import type { BulkEditResponse } from '@baton/contracts/bulk-edits/bulk-edits.response';
import type { QueueViewResponse } from '@baton/contracts/queue/queue.response';
import type { TicketSummaryResponse } from '@baton/contracts/tickets/tickets.response';
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, configure, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter, Route, Routes, useLocation } from 'react-router-dom';
import { type Answer, fakeServer, refusal, type SeenRequest } from '../../test/support/fake-server';
import { yuki } from '../../test/support/people';
import { queueView, savedView, ticketRow } from '../../test/support/tickets';
import { texts as bulk } from '../features/bulk-edits/bulk-edits.texts';
import { texts as board } from '../features/queue/board/board.texts';
import { texts as filters } from '../features/queue/filters.texts';
import { texts } from '../features/queue/queue.texts';
import { texts as views } from '../features/queue/views.texts';
import { refreshLists } from '../features/tickets/live-lists';
import { texts as tickets } from '../features/tickets/tickets.texts';
import { createQueryClient } from '../shared/api/query-client';
import { endSession, startSession } from '../shared/api/session-store';
import { ToastProvider } from '../shared/ui/toast';
import { QueuePage } from './queue-page';

jest.mock('../shared/realtime/use-socket', () => ({ useSocketEvent: () => undefined, useOnConnect: () => undefined }));

// Whole pages by role are slow to search without a browser; a hang is still a hang.
configure({ asyncUtilTimeout: 20_000, defaultHidden: true });
jest.setTimeout(60_000);

const VIP = '0190a000-0000-7000-8000-000000000777';
const EDIT = '0190a000-0000-7000-8000-000000000888';

let rows: TicketSummaryResponse[];
let saved: QueueViewResponse[];
/** Answers that differ from the usual, by method and path. */
let special: Record<string, (request: SeenRequest) => Answer>;
let seen: SeenRequest[];
let client: QueryClient;
let address: string;

const ok = (body: unknown, status = 200): Answer => ({ status, body });

/** The list as the server would answer: by status and by id. */
function listed(url: URL): TicketSummaryResponse[] {
  const [status, ids] = [url.searchParams.getAll('status'), url.searchParams.getAll('ids')];
  return rows.filter(
    (row) => (status.length === 0 || status.includes(row.status)) && (ids.length === 0 || ids.includes(row.id)),
  );
}

function answer(request: SeenRequest): Answer {
  const url = new URL(request.url, 'http://baton.test');
  const own = special[`${request.method} ${url.pathname}`];
  if (own) return own(request);
  if (url.pathname === '/api/queue/views') {
    return ok({ items: [queueView('mine'), queueView('open', { count: rows.length }), ...saved] });
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

function open(at = '/queue') {
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

const asked = (method: string, path: string) =>
  seen.filter((request) => request.method === method && new URL(request.url, 'http://baton.test').pathname === path);

/** The queries of the lists that were asked for, without counts. */
const lists = () =>
  asked('GET', '/api/tickets')
    .map(({ url }) => new URL(url, 'http://baton.test').searchParams)
    .filter((params) => !params.has('count'));

const subjects = () => screen.getAllByText(/^Subject \d+$/).map(({ textContent }) => textContent);

/** Somebody changed tickets, and the page has heard of it. */
const hear = (...changed: TicketSummaryResponse[]) =>
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
  rows = [ticketRow(1), ticketRow(2), ticketRow(3)];
  saved = [];
  special = {};
  startSession({ accessToken: 'token', expiresIn: 900, user: { ...yuki, role: 'coordinator' } });
});
afterEach(() => {
  act(() => endSession());
  client.clear();
});

describe('views', () => {
  it('ask for what a saved view keeps, once it is known', async () => {
    saved = [savedView(VIP, 'VIP', { filters: { tag: ['vip'] }, sort: '-priority', count: 3 })];
    open(`/queue?view=view:${VIP}`);
    await screen.findByText('Subject 1');
    expect(lists().map(String)).toEqual(['limit=50&tag=vip&sort=-priority']);
    expect(asked('GET', '/api/tickets')).toHaveLength(1);
  });

  it('say that a view is gone', async () => {
    open(`/queue?view=view:${VIP}`);
    await screen.findByText(texts.missing.title);
    expect(lists()).toHaveLength(0);
  });

  it('are saved with the filters, the order and a name', async () => {
    special['POST /api/queue/views'] = ({ body }) => {
      saved = [savedView(VIP, 'VIP', { ...(body as object), id: VIP, key: `view:${VIP}` } as never)];
      return ok(saved[0], 201);
    };
    open('/queue?tag=vip&sort=-priority');
    await screen.findByText('Subject 1');
    await userEvent.click(screen.getAllByRole('button', { name: views.create })[0] as HTMLElement);
    await userEvent.type(await screen.findByLabelText(views.form.name), 'VIP{Enter}');
    await screen.findByText(views.saved('VIP'));
    expect(asked('POST', '/api/queue/views')[0]?.body).toEqual({
      name: 'VIP',
      scope: 'personal',
      teamId: null,
      filters: { tag: ['vip'] },
      sort: '-priority',
      layout: 'table',
    });
    await waitFor(() => expect(address).toBe(`/queue?view=view%3A${VIP}`));
  });

  it('offer to keep what was changed, and to go back', async () => {
    saved = [savedView(VIP, 'VIP', { filters: { tag: ['vip'], priority: ['urgent'] } })];
    special[`PATCH /api/queue/views/${VIP}`] = ({ body }) => {
      saved = saved.map((view) => ({ ...view, ...(body as object) }));
      return ok(saved[0]);
    };
    open(`/queue?view=view:${VIP}`);
    await userEvent.click(await screen.findByRole('button', { name: filters.removeFilter(filters.chips.tag('vip')) }));
    expect(address).toBe(`/queue?view=view%3A${VIP}&tag=`);
    await userEvent.click(screen.getByRole('button', { name: views.discard }));
    expect(address).toBe(`/queue?view=view%3A${VIP}`);
    await userEvent.click(screen.getByRole('button', { name: filters.removeFilter(filters.chips.tag('vip')) }));
    await userEvent.click(screen.getByRole('button', { name: views.saveChanges }));
    await waitFor(() => expect(address).toBe(`/queue?view=view%3A${VIP}`));
    expect(asked('PATCH', `/api/queue/views/${VIP}`)[0]?.body).toEqual({
      filters: { priority: ['urgent'] },
      sort: null,
      layout: 'table',
    });
    expect(screen.queryByRole('button', { name: views.saveChanges })).toBeNull();
  });

  it('are deleted, and made again by the toast', async () => {
    saved = [savedView(VIP, 'VIP', { filters: { tag: ['vip'] } })];
    special[`DELETE /api/queue/views/${VIP}`] = () => {
      saved = [];
      return { status: 204 };
    };
    special['POST /api/queue/views'] = () => ok(savedView(VIP, 'VIP'), 201);
    open();
    await userEvent.click(await screen.findByRole('button', { name: views.actions('VIP') }));
    await userEvent.click(await screen.findByRole('menuitem', { name: views.remove }));
    await screen.findByText(views.removed('VIP'));
    await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(asked('POST', '/api/queue/views')).toHaveLength(1));
    expect(asked('POST', '/api/queue/views')[0]?.body).toMatchObject({ name: 'VIP', filters: { tag: ['vip'] } });
  });
});

describe('filters', () => {
  it('are chosen by keys alone, and stand in the address', async () => {
    open();
    await screen.findByText('Subject 1');
    await userEvent.keyboard('f');
    await screen.findByRole('menuitem', { name: filters.fields.status });
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}');
    await userEvent.click(await screen.findByRole('checkbox', { name: filters.meChoice }));
    await waitFor(() => expect(address).toBe('/queue?view=open&assignee=me'));
    await waitFor(() => expect(lists().at(-1)?.get('assignee')).toBe('me'));
  });
});

describe('changes by others', () => {
  it('come in row by row, and nothing moves', async () => {
    open();
    await screen.findByText('Subject 1');
    const before = lists().length;
    rows = [
      ticketRow(9, { updatedAt: '2026-11-20T11:00:00.000Z' }),
      ticketRow(1, { status: 'closed', version: 2 }),
      ticketRow(3, { subject: 'Subject 33', version: 2, updatedAt: '2026-11-20T11:01:00.000Z' }),
      ticketRow(2),
    ];
    // Somebody is at the list, so it waits for them.
    screen.getByRole('link', { name: /Subject 2/ }).focus();
    await hear(ticketRow(9), ticketRow(1), ticketRow(3));
    await waitFor(() => expect(subjects()).toEqual(['Subject 2', 'Subject 33']));
    expect(lists().slice(before)).toHaveLength(1);
    await userEvent.click(await screen.findByRole('button', { name: texts.arrived(1) }));
    await waitFor(() => expect(subjects()).toEqual(['Subject 9', 'Subject 33', 'Subject 2']));
  });

  it('show themselves when nobody is reading', async () => {
    open();
    await screen.findByText('Subject 1');
    rows = [ticketRow(9, { updatedAt: '2026-11-20T11:00:00.000Z' }), ...rows];
    await hear(ticketRow(9));
    await screen.findByText('Subject 9');
    expect(screen.queryByRole('button', { name: texts.arrived(1) })).toBeNull();
  });
});

describe('several tickets', () => {
  const edit = (more: Partial<BulkEditResponse>): BulkEditResponse => ({
    id: EDIT,
    state: 'done',
    total: 3,
    done: 2,
    failed: 1,
    changes: { priority: 'urgent' },
    startedAt: '2026-11-20T10:00:00.000Z',
    finishedAt: '2026-11-20T10:00:01.000Z',
    undoUntil: '2026-11-21T10:00:00.000Z',
    problems: [{ ticketId: ticketRow(3).id, number: 'ACME-1003', code: 'ticket.is_final' }],
    ...more,
  });

  it('are chosen by keys, changed as one job, and put back', async () => {
    special['POST /api/bulk-edits'] = () => ok(edit({}), 202);
    special[`POST /api/bulk-edits/${EDIT}/undo`] = () =>
      ok(edit({ state: 'undone', done: 2, failed: 0, undoUntil: null, problems: [] }), 202);
    open();
    await screen.findByText('Subject 1');
    screen.getByRole('link', { name: /Subject 1/ }).focus();
    await userEvent.keyboard('x');
    screen.getByRole('link', { name: /Subject 3/ }).focus();
    await userEvent.keyboard('X');
    await screen.findByText(bulk.selected(3));
    await userEvent.keyboard('p');
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Urgent' }));
    await screen.findByText(bulk.progress.done(2, 3), { exact: false });
    expect(asked('POST', '/api/bulk-edits')[0]?.body).toEqual({
      selection: { ids: rows.map(({ id }) => id) },
      changes: { priority: 'urgent' },
    });
    expect(screen.queryByText(bulk.selected(3))).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: bulk.why }));
    await screen.findByText(bulk.reasons['ticket.is_final']);
    await userEvent.click(screen.getAllByRole('button', { name: bulk.close }).at(-1) as HTMLElement);
    await userEvent.click(await screen.findByRole('button', { name: bulk.undo }));
    await screen.findByText(bulk.progress.undone(2, 3));
  });

  it('may be the whole view, loaded or not', async () => {
    special['GET /api/tickets'] = () => ok({ items: rows, nextCursor: 'more', total: null });
    special['GET /api/queue/views'] = () => ok({ items: [queueView('open', { count: 12_431 })] });
    special['POST /api/bulk-edits'] = () => refusal(409, 'bulk.too_many');
    open();
    await userEvent.click(await screen.findByRole('checkbox', { name: texts.select.one('ACME-1002') }));
    await userEvent.click(await screen.findByRole('button', { name: bulk.selectAll(12_431) }));
    await screen.findByText(bulk.all(12_431));
    await userEvent.click(screen.getByRole('button', { name: bulk.fields.status }));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Resolved' }));
    await screen.findByText(bulk.errors['bulk.too_many']);
    expect(asked('POST', '/api/bulk-edits')[0]?.body).toEqual({
      selection: { filters: { status: ['new', 'open', 'in_progress', 'waiting'] } },
      changes: { status: 'resolved' },
    });
    // Nothing was done, so the choice stays.
    expect(screen.getByText(bulk.all(12_431))).toBeTruthy();
  });
});

describe('the board', () => {
  const column = (name: string) => within(screen.getByRole('region', { name }));

  async function move(choice: string) {
    await screen.findByText('Subject 2');
    screen.getByRole('link', { name: 'Subject 2' }).focus();
    await userEvent.keyboard(' ');
    await userEvent.click(await screen.findByRole('menuitem', { name: choice }));
  }

  it('moves a card at once, along the legal moves only', async () => {
    special[`POST /api/tickets/${ticketRow(2).id}/status`] = () => {
      rows = rows.map((row) => (row.id === ticketRow(2).id ? { ...row, status: 'waiting', version: 2 } : row));
      return ok(rows[1]);
    };
    open('/queue?layout=board');
    await move(tickets.moves.waiting);
    await column('Waiting').findByText('Subject 2');
    expect(column('Open').queryByText('Subject 2')).toBeNull();
    await waitFor(() => expect(lists().some((params) => params.getAll('ids').length > 0)).toBe(true));
    expect(column('Waiting').getByText('Subject 2')).toBeTruthy();
    expect(asked('POST', `/api/tickets/${ticketRow(2).id}/status`)[0]?.body).toEqual({ status: 'waiting' });
  });

  it('takes a card back when the server refuses', async () => {
    special[`POST /api/tickets/${ticketRow(2).id}/claim`] = () =>
      refusal(409, 'ticket.already_claimed', { by: { name: 'Dana' } });
    open('/queue?layout=board');
    await move(tickets.moves.claim);
    await screen.findByText(tickets.failed.claimed('Dana'));
    await column('Open').findByText('Subject 2');
    expect(column('In progress').queryByText('Subject 2')).toBeNull();
  });

  it('goes from card to card by arrows', async () => {
    rows = [ticketRow(1), ticketRow(2), ticketRow(3, { status: 'waiting' })];
    open('/queue?layout=board');
    await screen.findByText('Subject 3');
    screen.getByRole('link', { name: 'Subject 1' }).focus();
    await userEvent.keyboard('{ArrowDown}');
    expect(document.activeElement?.textContent).toBe('Subject 2');
    await userEvent.keyboard('{ArrowRight}');
    expect(document.activeElement?.textContent).toBe('Subject 3');
  });

  it('counts each column', async () => {
    open('/queue?layout=board');
    await column(board.resolvedToday).findByText('0');
    await column('Open').findByText('3');
  });
});
