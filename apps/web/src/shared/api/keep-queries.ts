import type { Query, QueryClient } from '@tanstack/react-query';
import { type KeptQuery, readKept, writeKept } from '../storage/kept-queries';

/** Small enough for a browser's quota and a start without a wait. */
const WRITE_PAUSE_MS = 1000;

interface Kept {
  group: string;
  most: number;
}

/**
 * For the options of a query: its answers stay in memory and survive a reload, the `most` newest of their group. They
 * are shown at once and asked for again behind.
 */
export const kept = (group: string, most = 1) => ({
  meta: { kept: { group, most } satisfies Kept },
  gcTime: Number.POSITIVE_INFINITY,
});

const keptOf = ({ meta }: Query): Kept | undefined => meta?.kept as Kept | undefined;

interface Pages {
  pages: unknown[];
  pageParams: unknown[];
}

const isPaged = (data: unknown): data is Pages =>
  typeof data === 'object' && data !== null && 'pages' in data && 'pageParams' in data;

/** Of a long list its beginning is enough to start from. */
const beginningOf = (data: unknown): unknown =>
  isPaged(data) ? { pages: data.pages.slice(0, 1), pageParams: data.pageParams.slice(0, 1) } : data;

function recordOf(query: Query): KeptQuery {
  const { queryHash: hash, queryKey: key, state } = query;
  return { hash, key, data: beginningOf(state.data), updatedAt: state.dataUpdatedAt, ...keptOf(query)! };
}

/** What a cold start paints. Each answer counts as outdated, and never takes the place of one from the server. */
function restore(client: QueryClient, records: readonly KeptQuery[]): void {
  for (const { hash, key, data, updatedAt, group, most } of records) {
    const cache = client.getQueryCache();
    if (cache.get(hash)?.state.data !== undefined) continue;
    const options = client.defaultQueryOptions({ queryKey: key, queryHash: hash, ...kept(group, most) });
    const query = cache.build(client, options);
    query.setData(data, { updatedAt, manual: true });
    query.invalidate();
  }
}

/** More than its group may hold: the oldest that nobody looks at. */
function surplus(client: QueryClient): Query[] {
  const groups = new Map<string, Query[]>();
  for (const query of client.getQueryCache().getAll()) {
    const group = keptOf(query)?.group;
    if (group !== undefined) groups.set(group, [...(groups.get(group) ?? []), query]);
  }
  return [...groups.values()].flatMap((queries) => {
    const over = queries.length - keptOf(queries[0]!)!.most;
    if (over <= 0) return [];
    const idle = queries.filter((query) => !query.isActive());
    return idle.sort((one, other) => one.state.dataUpdatedAt - other.state.dataUpdatedAt).slice(0, over);
  });
}

/** What has to be written after a change: the answer, or that it is gone. */
function write(client: QueryClient, owner: string, changed: Map<string, Query>): Promise<boolean> {
  for (const query of surplus(client)) {
    changed.set(query.queryHash, query);
    client.getQueryCache().remove(query);
  }
  const queries = [...changed.values()];
  changed.clear();
  const isThere = (query: Query) =>
    query.state.data !== undefined && client.getQueryCache().get(query.queryHash) === query;
  const gone = queries.filter((query) => !isThere(query));
  return writeKept(
    owner,
    queries.filter(isThere).map(recordOf),
    gone.map(({ queryHash }) => queryHash),
  );
}

/** Writes down what comes in, gathered. @returns stops it */
function follow(client: QueryClient, owner: string): () => void {
  const changed = new Map<string, Query>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = () => {
    if (timer === undefined) return;
    clearTimeout(timer);
    timer = undefined;
    write(client, owner, changed).then(
      // Another owner by now: what this tab knows is not theirs.
      (written) => written || stop(),
      // A full disk: this tab goes on from memory.
      () => stop(),
    );
  };
  const unsubscribe = client.getQueryCache().subscribe(({ type, query }) => {
    if ((type !== 'updated' && type !== 'removed') || !keptOf(query)) return;
    changed.set(query.queryHash, query);
    timer ??= setTimeout(flush, WRITE_PAUSE_MS);
  });
  addEventListener('pagehide', flush);
  const stop = () => {
    clearTimeout(timer);
    unsubscribe();
    removeEventListener('pagehide', flush);
  };
  return stop;
}

/**
 * Brings back what this owner was shown last, and keeps what comes from now on. Where the browser keeps nothing, all
 * works from memory. @returns stops it
 */
export async function keepQueries(client: QueryClient, owner: string, isWanted: () => boolean): Promise<() => void> {
  try {
    const records = await readKept(owner);
    // Somebody may have signed out meanwhile.
    if (!isWanted()) return () => undefined;
    restore(client, records);
    return follow(client, owner);
  } catch {
    return () => undefined;
  }
}
