import { searchEndpoints } from '@baton/contracts/search/search.endpoints';
import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { call } from '../../shared/api/call';

/** Results page by page. What was corrected goes on as corrected. */
export const searchQuery = (q: string) =>
  infiniteQueryOptions({
    queryKey: ['search', 'page', q],
    queryFn: ({ pageParam, signal }) => call(searchEndpoints.search, { query: pageParam, signal }),
    initialPageParam: { q } as { q: string; cursor?: string },
    getNextPageParam: ({ nextCursor, correctedTo }, _pages, { q: asked }) =>
      nextCursor === null ? undefined : { q: correctedTo ?? asked, cursor: nextCursor },
    placeholderData: keepPreviousData,
    enabled: q !== '',
  });
