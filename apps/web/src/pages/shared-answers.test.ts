import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { categoriesTree } from '../features/categories/categories.queries';
import { teamsList } from '../features/teams/teams.queries';
import { categoriesQuery, teamsQuery } from '../features/tickets/tickets.queries';

const items = [{ id: 'one' }];

it('the pages of admins read what the desk has kept of teams', () => {
  const client = new QueryClient();
  client.setQueryData(teamsQuery.queryKey, { items } as never);
  expect(new QueryObserver(client, { ...teamsList, enabled: false }).getCurrentResult().data).toEqual(items);
});

it('the pages of admins read what the desk has kept of categories', () => {
  const client = new QueryClient();
  client.setQueryData(categoriesQuery.queryKey, { items } as never);
  expect(new QueryObserver(client, { ...categoriesTree, enabled: false }).getCurrentResult().data).toEqual(items);
});
