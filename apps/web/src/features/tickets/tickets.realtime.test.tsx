import { QueryClientProvider, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { act, cleanup, render, waitFor } from '@testing-library/react';
import { fakeServer, refusal, type SeenRequest } from '../../../test/support/fake-server';
import { fakeSockets } from '../../../test/support/fake-sockets';
import { signedIn } from '../../../test/support/people';
import { createQueryClient } from '../../shared/api/query-client';
import { endSession, startSession } from '../../shared/api/session-store';
import { steadyListQuery, ticketQuery } from './tickets.queries';
import { useLiveTickets } from './tickets.realtime';

interface Row {
  id: string;
  number: string;
  subject: string;
  version: number;
}

/** A server with a database, a log of changes in commit order, and live connections. */
class Desk {
  rows = new Map<string, Row>();
  private log: string[] = [];
  hidden = new Set<string>();
  sockets = fakeSockets;
  seen: SeenRequest[];

  constructor() {
    this.seen = fakeServer((request) => this.answer(new URL(request.url, 'http://desk')));
  }

  write(number: number, subject: string, heard = true): void {
    const id = `id-${number}`;
    const version = (this.rows.get(id)?.version ?? 0) + 1;
    this.rows.set(id, { id, number: `ACME-${number}`, subject, version });
    this.log.push(id);
    if (heard) this.sockets.emit('ticket.changed', { ticketId: id, version, changed: ['subject'] });
  }

  private answer({ pathname, searchParams }: URL) {
    if (pathname === '/api/changes') return { status: 200, body: this.changes(searchParams.get('after')) };
    if (pathname === '/api/tickets') return { status: 200, body: this.list(searchParams.getAll('ids')) };
    const row = [...this.rows.values()].find(({ number }) => pathname.endsWith(`/${number}`));
    return row && !this.hidden.has(row.id) ? { status: 200, body: row } : refusal(404, 'resource.not_found');
  }

  private list(ids: string[]) {
    const items = [...this.rows.values()].filter(({ id }) => !this.hidden.has(id));
    return { items: ids.length > 0 ? items.filter(({ id }) => ids.includes(id)) : items, nextCursor: null };
  }

  /** Two changes an answer, so that there is more to read. */
  private changes(after: string | null) {
    const from = after === null ? this.log.length : Number(after);
    const items = this.log.slice(from, from + 2).map((ticketId) => ({
      ticketId,
      version: this.rows.get(ticketId)!.version,
      kind: this.hidden.has(ticketId) ? 'removed' : 'changed',
    }));
    const cursor = from + items.length;
    return { items, cursor: String(cursor), hasMore: cursor < this.log.length };
  }

  /** As when the network goes: the page is not told. */
  breakOff = () => void this.sockets.engine.close();

  askedLists = () => this.seen.filter(({ url }) => url.startsWith('/api/tickets?'));
}

let desk: Desk;
const timelines = { wentOn: jest.fn(), gone: jest.fn() };

function Page({ open }: { open?: string }) {
  useLiveTickets(timelines);
  const list = useInfiniteQuery(steadyListQuery({}, 'insert') as Parameters<typeof useInfiniteQuery>[0]);
  const { data, error } = useQuery({ ...ticketQuery(open ?? ''), enabled: open !== undefined });
  const rows = ((list.data as { pages: { items: Row[] }[] } | undefined)?.pages ?? []).flatMap(({ items }) => items);
  return (
    <>
      <ul aria-label="List">
        {rows.map(({ id, subject }) => (
          <li key={id}>{subject}</li>
        ))}
      </ul>
      <p role="note">{error ? 'gone' : data?.subject}</p>
    </>
  );
}

/** A page that is connected and has read where things stand. */
async function openPage(open?: string) {
  const client = createQueryClient();
  const view = render(
    <QueryClientProvider client={client}>
      <Page open={open} />
    </QueryClientProvider>,
  );
  await waitFor(() => expect(desk.sockets.engine.clientsCount).toBe(1));
  await waitFor(() => expect(desk.seen.filter(({ url }) => url === '/api/changes')).toHaveLength(1));
  await waitFor(() => expect(timelines.wentOn).toHaveBeenCalledWith('all'));
  // What this first connection asked for again is there.
  await waitFor(() => expect(client.isFetching()).toBe(0));
  await shows(
    view,
    [...desk.rows.values()].map(({ subject }) => subject),
  );
  desk.seen.splice(0);
  timelines.wentOn.mockClear();
  return view;
}

const shown = (view: ReturnType<typeof render>) =>
  [...view.getByLabelText('List').children].map(({ textContent }) => textContent).sort();
const shows = (view: ReturnType<typeof render>, subjects: string[]) =>
  waitFor(() => expect(shown(view)).toEqual([...subjects].sort()));

beforeEach(() => {
  desk = new Desk();
  startSession(signedIn('token'));
  for (const number of [1, 2, 3, 4, 5]) desk.write(number, `Subject ${number}`, false);
});
afterEach(async () => {
  cleanup();
  endSession();
  timelines.gone.mockClear();
  timelines.wentOn.mockClear();
  desk.breakOff();
  await waitFor(() => expect(desk.sockets.engine.clientsCount).toBe(0));
});

test('a change is heard live and asked for alone', async () => {
  const view = await openPage('ACME-2');
  desk.write(2, 'Changed');
  await shows(view, ['Subject 1', 'Changed', 'Subject 3', 'Subject 4', 'Subject 5']);
  await waitFor(() => expect(view.getByRole('note').textContent).toBe('Changed'));
  expect(desk.askedLists().map(({ url }) => new URL(url, 'http://desk').searchParams.getAll('ids'))).toEqual([
    ['id-2'],
  ]);
});

test('after a break it asks for what changed since, and for nothing else', async () => {
  const view = await openPage('ACME-3');
  desk.breakOff();
  desk.write(1, 'While away', false);
  desk.write(3, 'And this', false);
  desk.write(6, 'New', false);
  await shows(view, ['While away', 'Subject 2', 'And this', 'Subject 4', 'Subject 5', 'New']);
  await waitFor(() => expect(view.getByRole('note').textContent).toBe('And this'));
  const asked = desk.askedLists().flatMap(({ url }) => new URL(url, 'http://desk').searchParams.getAll('ids'));
  expect(asked.sort()).toEqual(['id-1', 'id-3', 'id-6']);
  expect(timelines.wentOn).toHaveBeenCalledWith(new Set(['id-1', 'id-3', 'id-6']));
});

test('what may no longer be seen leaves the list and the page', async () => {
  const view = await openPage('ACME-4');
  desk.breakOff();
  desk.write(4, 'Secret now', false);
  desk.hidden.add('id-4');
  await shows(view, ['Subject 1', 'Subject 2', 'Subject 3', 'Subject 5']);
  await waitFor(() => expect(view.getByRole('note').textContent).toBe('gone'));
  expect(timelines.gone).toHaveBeenCalledWith(new Set(['id-4']));
});

test('an event that never came is found when the page is seen again', async () => {
  const view = await openPage();
  desk.write(5, 'Missed in the air', false);
  const later = Date.now() + 60_000;
  jest.spyOn(Date, 'now').mockReturnValue(later);
  act(() => void document.dispatchEvent(new Event('visibilitychange')));
  jest.restoreAllMocks();
  await shows(view, ['Subject 1', 'Subject 2', 'Subject 3', 'Subject 4', 'Missed in the air']);
});

test('a hundred random breaks and changes end with what the database holds', async () => {
  const view = await openPage();
  for (let round = 0; round < 100; round++) {
    const number = 1 + Math.floor(Math.random() * 8);
    desk.write(number, `Round ${round}`, Math.random() < 0.7);
    if (Math.random() < 0.1) desk.breakOff();
    if (Math.random() < 0.2) await act(() => new Promise<void>((resolve) => setTimeout(resolve, 20)));
  }
  desk.breakOff();
  await shows(
    view,
    [...desk.rows.values()].map(({ subject }) => subject),
  );
});
