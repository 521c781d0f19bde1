import { changesEndpoints } from '@baton/contracts/changes/changes.endpoints';
import type { ChangeResponse, ChangesResponse } from '@baton/contracts/changes/changes.response';
import type { QueryClient } from '@tanstack/react-query';
import { isApiError } from '../../shared/api/api-error';
import { call } from '../../shared/api/call';
import { kept } from '../../shared/api/keep-queries';

/** Up to which change this browser knows everything. */
const CURSOR = ['changes'] as const;
/** After more, asking for each ticket would take longer than asking for what is shown. */
const MOST = 300;

/** What was missed. `everything`: too much to name, or nobody knows. */
export type Missed = Pick<ChangeResponse, 'ticketId' | 'kind'>[] | 'everything';

const cursorOf = (client: QueryClient) => client.getQueryData<string>(CURSOR);

/** Kept with the answers it stands for, so that a start catches up too. */
function setCursor(client: QueryClient, cursor: string): void {
  client.getQueryCache().build(client, client.defaultQueryOptions({ queryKey: CURSOR, ...kept('changes') }));
  client.setQueryData(CURSOR, cursor);
}

const now = () => call(changesEndpoints.list);

/** Null: it cannot be gone on from there, such as after a restore of the database. */
async function after(cursor: string): Promise<ChangesResponse | null> {
  try {
    return await call(changesEndpoints.list, { query: { after: cursor } });
  } catch (error) {
    if (isApiError(error) && error.status === 400) return null;
    throw error;
  }
}

/** Everything from here on will be heard; what was before is anybody's guess. */
async function startOver(client: QueryClient): Promise<Missed> {
  setCursor(client, (await now()).cursor);
  return 'everything';
}

/**
 * What changed since it was last asked, heard of live or not: a note, for one, changes no version. In the order of the
 * server's commits, so that nothing lies between two answers. @throws ApiError when the server cannot be reached: then nothing counts as heard
 */
export async function catchUpTickets(client: QueryClient): Promise<Missed> {
  let cursor = cursorOf(client);
  if (cursor === undefined) return startOver(client);
  const changes = new Map<string, ChangeResponse>();
  for (let hasMore = true; hasMore; ) {
    const answer = await after(cursor);
    if (answer === null) return startOver(client);
    for (const change of answer.items) changes.set(change.ticketId, change);
    if (changes.size > MOST) return startOver(client);
    cursor = answer.cursor;
    hasMore = answer.hasMore;
  }
  setCursor(client, cursor);
  return [...changes.values()];
}
