import { conversationEndpoints } from '@baton/contracts/conversation/conversation.endpoints';
import type { MessageResponse, TimelineEntryResponse } from '@baton/contracts/conversation/conversation.response';
import { lastSeqOf, withNewer, withOlder } from '@baton/domain/conversation/loaded-timeline';
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { call } from '../../shared/api/call';
import { kept } from '../../shared/api/keep-queries';
import { type LoadedTimeline, rewrites, withMessage } from './timeline';

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

/** Everything after an entry, page by page. */
async function entriesAfter(ticketId: string, seq: number): Promise<TimelineEntryResponse[]> {
  const entries: TimelineEntryResponse[] = [];
  for (let hasMore = true; hasMore; ) {
    const page = await call(conversationEndpoints.timeline, {
      params: { id: ticketId },
      query: { after: entries.at(-1)?.seq ?? seq, limit: 100 },
    });
    entries.push(...page.items);
    hasMore = page.hasMore && page.items.length > 0;
  }
  return entries;
}

/** What is held and everything after it. What was pushed or opened meanwhile is kept. */
async function caughtUp(client: QueryClient, ticketId: string, held: LoadedTimeline): Promise<LoadedTimeline> {
  const newer = await entriesAfter(ticketId, lastSeqOf(held));
  const first = (held.items[0]?.seq ?? 1) - 1;
  const fetched = newer.some(rewrites) ? await entriesAfter(ticketId, first) : newer;
  return withNewer(client.getQueryData<LoadedTimeline>(timelineKey(ticketId)) ?? held, fetched);
}

/** A ticket's timeline. Asking again only fetches what is missing: the same path after a hole, a break or a send. */
export const timelineQuery = (client: QueryClient, ticketId: string) =>
  queryOptions({
    queryKey: timelineKey(ticketId),
    queryFn: () => {
      const held = client.getQueryData<LoadedTimeline>(timelineKey(ticketId));
      return held ? caughtUp(client, ticketId, held) : newest(ticketId);
    },
    ...kept('timelines', 200),
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

/** These went on: what is open catches up, the rest does when it is opened. */
export function timelinesWentOn(client: QueryClient, ticketIds: ReadonlySet<string> | 'all'): void {
  void client.invalidateQueries({
    queryKey: ['timeline'],
    predicate: ({ queryKey }) => ticketIds === 'all' || ticketIds.has(queryKey[1] as string),
  });
}

export function forgetTimelines(client: QueryClient, ticketIds: ReadonlySet<string>): void {
  for (const id of ticketIds) client.removeQueries({ queryKey: timelineKey(id) });
}

/** Shows a message as it reads now. */
export const patchMessage = (client: QueryClient, ticketId: string, message: MessageResponse): void => {
  client.setQueryData<LoadedTimeline>(timelineKey(ticketId), (held) => held && withMessage(held, message));
};
