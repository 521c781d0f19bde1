import { mailEndpoints } from '@baton/contracts/mail/mail.endpoints';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { call } from '../../shared/api/call';

/** Mails are written by a worker a moment after what causes them. */
const REFRESH_MS = 10_000;

export const mailsList = infiniteQueryOptions({
  queryKey: ['mails', 'list'],
  queryFn: ({ pageParam, signal }) => call(mailEndpoints.list, { query: { limit: 50, cursor: pageParam }, signal }),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page) => page.nextCursor ?? undefined,
  refetchInterval: ({ state }) => (state.error ? false : REFRESH_MS),
});

export const oneMail = (id: string) =>
  queryOptions({
    queryKey: ['mails', 'one', id],
    queryFn: ({ signal }) => call(mailEndpoints.get, { params: { id }, signal }),
  });
