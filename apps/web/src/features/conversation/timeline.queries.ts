import { conversationEndpoints } from '@baton/contracts/conversation/conversation.endpoints';
import { lastSeqOf, withNewer, withOlder } from '@baton/domain/conversation/loaded-timeline';
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { call } from '../../shared/api/call';
import type { LoadedTimeline } from './timeline';

export const timelineKey = (ticketId: string) => ['timeline', ticketId] as const;

const PAGE = 50;
const BEYOND_THE_END = 2_147_483_647;

async function newest(ticketId: string): Promise<LoadedTimeline> {
  const page = await call(conversationEndpoints.timeline, {
    params: { id: ticketId },
    query: { before: BEYOND_THE_END, limit: PAGE },
  });
  return { items: page.items, hasOlder: page.hasMore };
}

/** Everything after what is held, page by page. Entries pushed meanwhile are kept. */
async function caughtUp(client: QueryClient, ticketId: string, held: LoadedTimeline): Promise<LoadedTimeline> {
  let timeline = held;
  for (let hasMore = true; hasMore; ) {
    const page = await call(conversationEndpoints.timeline, {
      params: { id: ticketId },
      query: { after: lastSeqOf(timeline), limit: 100 },
    });
    timeline = withNewer(timeline, page.items);
    hasMore = page.hasMore && page.items.length > 0;
  }
  const pushed = client.getQueryData<LoadedTimeline>(timelineKey(ticketId));
  return { items: withNewer(timeline, pushed?.items ?? []).items, hasOlder: pushed?.hasOlder ?? timeline.hasOlder };
}

/** A ticket's timeline. Asking again only fetches what is missing: the same path after a hole, a break or a send. */
export const timelineQuery = (client: QueryClient, ticketId: string) =>
  queryOptions({
    queryKey: timelineKey(ticketId),
    queryFn: () => {
      const held = client.getQueryData<LoadedTimeline>(timelineKey(ticketId));
      return held ? caughtUp(client, ticketId, held) : newest(ticketId);
    },
  });

export const catchUp = (client: QueryClient, ticketId: string): Promise<void> =>
  client.invalidateQueries({ queryKey: timelineKey(ticketId) });

/** Fetches the page before the first entry held. */
export async function loadOlder(client: QueryClient, ticketId: string): Promise<void> {
  const held = client.getQueryData<LoadedTimeline>(timelineKey(ticketId));
  const first = held?.items[0]?.seq;
  if (!first) return;
  const page = await call(conversationEndpoints.timeline, {
    params: { id: ticketId },
    query: { before: first, limit: 100 },
  });
  client.setQueryData<LoadedTimeline>(timelineKey(ticketId), (now) => now && withOlder(now, page));
}
