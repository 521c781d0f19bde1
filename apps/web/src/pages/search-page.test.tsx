import type { SearchHitResponse, SearchResponse } from '@baton/contracts/search/search.response';
import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter } from 'react-router-dom';
import { fakeServer } from '../../test/support/fake-server';
import { ticketRow } from '../../test/support/tickets';
import { texts } from '../features/search/search.texts';
import { createQueryClient } from '../shared/api/query-client';
import { SearchPage } from './search-page';

const robin = { id: 'robin', name: 'Robin', role: 'employee', avatarUrl: null } as const;

const hit = (number: number, more: Partial<SearchHitResponse> = {}): SearchHitResponse => ({
  ticket: ticketRow(1, {
    id: `id of ${number}`,
    number: `ACME-${number}`,
    subject: `Ticket ${number}`,
    requester: robin,
    requesterId: robin.id,
  }),
  matchedIn: 'message',
  snippet: 'the \u0001printer\u0002 is on fire',
  rank: 2,
  ...more,
});

const answer = (more: Partial<SearchResponse> = {}): SearchResponse => ({
  items: [],
  nextCursor: null,
  total: 0,
  correctedTo: null,
  problems: [],
  ...more,
});

/** @param answers null for a refusal */
function open(q: string, answers: (url: URL) => SearchResponse | null) {
  const seen = fakeServer(({ url }) => {
    const body = answers(new URL(url, 'http://desk'));
    return body ? { status: 200, body } : { status: 400 };
  });
  render(
    <QueryClientProvider client={createQueryClient()}>
      <MemoryRouter initialEntries={[`/search?${new URLSearchParams({ q })}`]}>
        <SearchPage />
      </MemoryRouter>
    </QueryClientProvider>,
  );
  return seen;
}

test('results show where they match, and j and k go through them', async () => {
  open('printer', () =>
    answer({ items: [hit(1), hit(2, { matchedIn: 'subject', snippet: 'A \u0001printer\u0002 again' })], total: 2 }),
  );
  const list = await screen.findByRole('list', { name: texts.results });
  const [first, second] = within(list).getAllByRole('link');
  expect(first?.getAttribute('href')).toBe('/tickets/ACME-1');
  expect([...list.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual(['printer', 'printer']);
  expect(within(list).getByText(texts.inPlace.message)).toBeTruthy();
  expect(screen.getByText(texts.count(2))).toBeTruthy();
  await userEvent.keyboard('jj');
  expect(document.activeElement).toBe(second);
  await userEvent.keyboard('k');
  expect(document.activeElement).toBe(first);
});

test('says what was searched for instead and what it could not follow, and goes on with the correction', async () => {
  const seen = open('pritner colour:red', (url) =>
    url.searchParams.has('cursor')
      ? answer({ items: [hit(12)] })
      : answer({
          items: Array.from({ length: 10 }, (_, n) => hit(n)),
          nextCursor: 'more',
          total: null,
          correctedTo: 'printer colour:red',
          problems: [{ operator: 'colour', value: 'red', code: 'unknown_operator', message: '' }],
        }),
  );
  expect(await screen.findByText('printer colour:red')).toBeTruthy();
  expect(screen.getByText(texts.problems.unknown_operator('colour'))).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Show more' }));
  await screen.findByText('Ticket 12');
  const { searchParams } = new URL(seen.at(-1)?.url ?? '', 'http://desk');
  expect([searchParams.get('q'), searchParams.get('cursor')]).toEqual(['printer colour:red', 'more']);
});

test('goes on by itself when the newest tickets have no match', async () => {
  open('printer', (url) =>
    url.searchParams.has('cursor') ? answer({ items: [hit(7)] }) : answer({ nextCursor: 'older', total: null }),
  );
  expect(await screen.findByText('Ticket 7')).toBeTruthy();
});

test('goes on by itself until a screen is full, with what there is in sight', async () => {
  const seen = open('printer', (url) =>
    url.searchParams.has('cursor')
      ? answer({ items: Array.from({ length: 9 }, (_, n) => hit(10 + n)), nextCursor: 'even older', total: null })
      : answer({ items: [hit(1)], nextCursor: 'older', total: null }),
  );
  expect(await screen.findByText('Ticket 18')).toBeTruthy();
  expect(screen.getByText('Ticket 1')).toBeTruthy();
  expect(await screen.findByRole('button', { name: 'Show more' })).toBeTruthy();
  expect(seen.filter(({ url }) => url.includes('/search?'))).toHaveLength(2);
});

test('what is refused is not asked for again and again', async () => {
  const seen = open('printer', (url) =>
    url.searchParams.has('cursor') ? null : answer({ nextCursor: 'older', total: null }),
  );
  expect(await screen.findByText(texts.failed)).toBeTruthy();
  const asked = seen.length;
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(seen).toHaveLength(asked);
});

test('nothing found is said', async () => {
  open('nothing', () => answer());
  expect(await screen.findByText(texts.nothingTitle)).toBeTruthy();
});

test('without a search it tells what can be searched for', async () => {
  const seen = open('', () => answer());
  await userEvent.click(screen.getByRole('button', { name: /status:open/ }));
  await screen.findByText(texts.nothingTitle);
  expect(new URL(seen.at(-1)?.url ?? '', 'http://desk').searchParams.get('q')).toBe('status:open');
});
