import { notificationsEndpoints } from '@baton/contracts/notifications/notifications.endpoints';
import type { NotificationListResponse } from '@baton/contracts/notifications/notifications.response';
import {
  type InfiniteData,
  infiniteQueryOptions,
  type QueryClient,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { call } from '../../shared/api/call';
import { useOnConnect, useSocketEvent } from '../../shared/realtime/use-socket';

type Pages = InfiniteData<NotificationListResponse, string | undefined>;

const PAGE = 20;

export const notificationsQuery = infiniteQueryOptions({
  queryKey: ['notifications'],
  queryFn: ({ pageParam, signal }) =>
    call(notificationsEndpoints.list, { query: { limit: PAGE, cursor: pageParam }, signal }),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page) => page.nextCursor ?? undefined,
});

function change(
  client: QueryClient,
  each: (page: NotificationListResponse, index: number) => NotificationListResponse,
) {
  client.setQueryData<Pages>(notificationsQuery.queryKey, (held) => held && { ...held, pages: held.pages.map(each) });
}

/** @param ids null: all of them */
function markRead(client: QueryClient, ids: readonly string[] | null, unread?: number): void {
  change(client, (page) => ({
    ...page,
    unread: unread ?? Math.max(0, ids ? page.unread - ids.length : 0),
    items: page.items.map((item) => (!ids || ids.includes(item.id) ? { ...item, read: true } : item)),
  }));
}

/** Marks some as read, or all. The page shows it at once; the server has the last word. */
export function useReadNotifications() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (ids: string[] | null) => call(notificationsEndpoints.read, { body: ids ? { ids } : { all: true } }),
    onMutate: (ids) => markRead(client, ids),
    onSuccess: ({ unread }, ids) => markRead(client, ids, unread),
    onError: () => client.invalidateQueries({ queryKey: notificationsQuery.queryKey }),
  });
}

/** New ones as they come, and what was read in another tab or by opening its ticket. */
export function useLiveNotifications(): void {
  const client = useQueryClient();
  useSocketEvent('notification.created', ({ notification, unread }) =>
    change(client, (page, index) => {
      const others = page.items.filter(({ id }) => id !== notification.id);
      return { ...page, unread, items: index === 0 ? [notification, ...others] : others };
    }),
  );
  useSocketEvent('notifications.read', ({ ids, unread }) => markRead(client, ids, unread));
  // Also at first: something may have come between the list and the connection.
  useOnConnect(() => void client.invalidateQueries({ queryKey: notificationsQuery.queryKey }));
}
