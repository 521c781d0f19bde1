import type { ListUsersQuery } from '@baton/contracts/users/users.dto';
import { usersEndpoints } from '@baton/contracts/users/users.endpoints';
import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { call } from '../../shared/api/call';

export type UserFilter = Omit<ListUsersQuery, 'cursor'>;

export const usersKeys = {
  all: ['users'] as const,
  list: (filter: UserFilter) => ['users', 'list', filter] as const,
};

/** A list of people, page by page. */
export const usersList = (filter: UserFilter) =>
  infiniteQueryOptions({
    queryKey: usersKeys.list(filter),
    queryFn: ({ pageParam, signal }) => call(usersEndpoints.list, { query: { ...filter, cursor: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });
