import type { TicketResponse } from '@baton/contracts/tickets/tickets.response';
import { QueryClient } from '@tanstack/react-query';
import { knownTicket, patchTicket, showGuess, storeTicket } from './ticket-cache';

const DETAIL = ['tickets', 'detail', 'ACME-1'];
const LIST = ['tickets', 'list', { status: ['new'] }];
const OTHER_LIST = ['tickets', 'list', { status: ['open'] }];

const ticket = (fields: object = {}) =>
  ({ id: 'one', version: 3, status: 'new', assignee: null, assigneeId: null, ...fields }) as TicketResponse;

function filled(): QueryClient {
  const client = new QueryClient();
  client.setQueryData(DETAIL, ticket());
  client.setQueryData(LIST, { pages: [{ items: [ticket()] }], pageParams: [undefined] });
  client.setQueryData(OTHER_LIST, { pages: [{ items: [ticket({ id: 'two' })] }], pageParams: [undefined] });
  return client;
}

describe('a ticket in memory', () => {
  it('still has to be asked for again after a part of it was changed here', async () => {
    const client = filled();
    await client.invalidateQueries();
    patchTicket(client, 'one', { unread: false });
    expect(knownTicket(client, 'one')?.unread).toBe(false);
    for (const key of [DETAIL, LIST, OTHER_LIST]) expect(client.getQueryState(key)?.isInvalidated).toBe(true);
  });

  it('is new when the server has said all of it', async () => {
    const client = filled();
    await client.invalidateQueries();
    storeTicket(client, ticket({ version: 4, status: 'open' }));
    expect(client.getQueryState(DETAIL)).toMatchObject({ isInvalidated: false, data: { status: 'open' } });
    expect(client.getQueryState(LIST)?.isInvalidated).toBe(true);
  });

  it('is not set back by an answer that was overtaken', () => {
    const client = filled();
    storeTicket(client, ticket({ version: 2, status: 'waiting' }));
    expect(knownTicket(client, 'one')).toMatchObject({ version: 3, status: 'new' });
  });

  it('loses a guess that was wrong, people and all', () => {
    const client = filled();
    const takeBack = showGuess(client, 'one', { assigneeId: 'me', assignee: { id: 'me', name: 'Me' } as never });
    expect(knownTicket(client, 'one')?.assignee?.name).toBe('Me');
    takeBack();
    expect(knownTicket(client, 'one')).toMatchObject({ assigneeId: null, assignee: null });
  });
});
