import type { SearchHitResponse } from '@baton/contracts/search/search.response';
import Search from '@mui/icons-material/SearchOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { HitRow } from '../features/search/components/hit-row';
import { SearchHelp } from '../features/search/components/search-help';
import { SearchNotices } from '../features/search/components/search-notices';
import { searchQuery } from '../features/search/search.queries';
import { texts } from '../features/search/search.texts';
import { useHitKeys } from '../features/search/use-hit-keys';
import { usePrefetchTicket } from '../features/tickets/use-prefetch-ticket';
import { useSession } from '../shared/access/use-session';
import { EmptyState } from '../shared/ui/empty-state';
import { ErrorState } from '../shared/ui/error-state';
import { PageBody } from '../shared/ui/page-body';
import { PageHeader } from '../shared/ui/page-header';
import { Panel } from '../shared/ui/panel';
import { SearchField } from '../shared/ui/search-field';
import { ShowMore } from '../shared/ui/show-more';
import { SkeletonRows } from '../shared/ui/skeleton-rows';

function Hit({ hit }: { hit: SearchHitResponse }) {
  return <HitRow hit={hit} intent={usePrefetchTicket(hit.ticket)} />;
}

/** About what a screen shows. */
const SCREENFUL = 10;

/** An answer covers a stretch of tickets, with few matches in it or none; until there is a screenful the next follows by itself. */
function useResults(q: string) {
  const results = useInfiniteQuery(searchQuery(q));
  const hits = results.data?.pages.flatMap(({ items }) => items) ?? [];
  const { hasNextPage, isFetching, isError, fetchNextPage } = results;
  const isLookingFurther = hits.length < SCREENFUL && hasNextPage && !isError;
  useEffect(() => {
    if (isLookingFurther && !isFetching) void fetchNextPage();
  }, [isLookingFurther, isFetching, fetchNextPage]);
  return { ...results, hits, isLookingFurther };
}

function Results({ q, results }: { q: string; results: ReturnType<typeof useResults> }) {
  const { hits, data, isPending, isError, isLookingFurther } = results;
  const answer = data?.pages[0];
  if (isPending || (isLookingFurther && hits.length === 0))
    return (
      <Panel>
        {isLookingFurther && (
          <Box role="status" sx={{ px: 2, pt: 2, color: 'text.secondary' }}>
            {texts.searchingOlder}
          </Box>
        )}
        <SkeletonRows rows={6} height={84} twoLines />
      </Panel>
    );
  if (isError && hits.length === 0)
    return (
      <Panel>
        <ErrorState error={results.error} title={texts.failed} onRetry={() => void results.refetch()} />
      </Panel>
    );
  return (
    <>
      {answer && <SearchNotices asked={q} answer={answer} />}
      <Panel sx={{ opacity: results.isPlaceholderData ? 0.6 : 1 }}>
        {hits.length === 0 ? (
          <div role="status">
            <EmptyState icon={<Search />} tone="neutral" title={texts.nothingTitle} text={texts.nothingText} />
          </div>
        ) : (
          <Box component="ul" aria-label={texts.results} sx={{ listStyle: 'none', m: 0, p: 0.5 }}>
            {hits.map((hit) => (
              <li key={hit.ticket.id}>
                <Hit hit={hit} />
              </li>
            ))}
          </Box>
        )}
        <ShowMore
          hasMore={results.hasNextPage}
          loading={results.isFetchingNextPage}
          onMore={() => void results.fetchNextPage()}
        />
      </Panel>
    </>
  );
}

/** Everything somebody may read, by what it says. */
export function SearchPage() {
  const [params, setParams] = useSearchParams();
  const q = params.get('q')?.trim() ?? '';
  const { can } = useSession();
  const [helps, setHelps] = useState(false);
  const results = useResults(q);
  useHitKeys();
  const total = q === '' ? null : results.data?.pages[0]?.total;
  const search = (text: string) => setParams(text === '' ? {} : { q: text }, { replace: true });
  return (
    <PageBody>
      <PageHeader
        title={texts.title}
        aside={total ? texts.count(total) : undefined}
        text={q === '' ? (can('ticket.readAll') ? texts.help.desk : texts.help.own) : undefined}
        actions={
          q !== '' && (
            <Button aria-expanded={helps} onClick={() => setHelps(!helps)}>
              {texts.operators}
            </Button>
          )
        }
      />
      <SearchField
        value={q}
        onSearch={search}
        label={texts.label}
        placeholder={texts.label}
        sx={{ display: { md: 'none' }, mb: 2 }}
      />
      {(helps || q === '') && (
        <Panel sx={{ mb: 2 }}>
          <SearchHelp onChoose={(query) => search(`${q} ${query}`.trim())} />
        </Panel>
      )}
      {q !== '' && <Results q={q} results={results} />}
    </PageBody>
  );
}
