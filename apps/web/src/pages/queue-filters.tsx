import { useQueries, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { FilterBar } from '../features/queue/components/filter-bar';
import { FilterButton } from '../features/queue/components/filter-button';
import { FilterChips, type Names } from '../features/queue/components/filter-chips';
import type { QueueFilters } from '../features/queue/queue-views';
import {
  categoriesQuery,
  customFieldsQuery,
  personQuery,
  teamsQuery,
  workersQuery,
} from '../features/tickets/tickets.queries';
import { useAfterFirstAnswers } from '../shared/api/use-after-first-answers';
import type { Queue } from './queue-state';

// Each part of the head asks for what it shows itself, so that an answer draws no more than that part anew.

const UUID = /^[0-9a-f]{8}-/;

/** What filters choose from. @param enabled whether to ask for what is not held yet */
export function useFilterSources(enabled = true) {
  const categories = useQuery({ ...categoriesQuery, enabled }).data?.items;
  const teams = useQuery({ ...teamsQuery, enabled }).data?.items;
  const people = useQuery({ ...workersQuery, enabled }).data?.items;
  const fields = useQuery({ ...customFieldsQuery, enabled }).data?.items;
  return useMemo(
    () => ({
      categories: categories ?? [],
      teams: teams ?? [],
      people: people ?? [],
      fields: (fields ?? []).filter(({ archived }) => !archived),
    }),
    [categories, teams, people, fields],
  );
}

/** The names of what filters name by id. */
function useNames({ filters }: Queue): Names {
  const categories = useQuery(categoriesQuery).data?.items;
  const teams = useQuery(teamsQuery).data?.items;
  const people = useQuery(workersQuery).data?.items;
  const fields = useQuery(customFieldsQuery).data?.items;
  const requesters = useQueries({
    queries: (filters.requester ?? []).filter((id) => UUID.test(id)).map((id) => personQuery(id)),
    combine: (all) => all.flatMap(({ data }) => data ?? []),
  });
  return useMemo(
    () =>
      new Map<string, string>([
        ...(categories ?? []).map(({ id, path }) => [id, path] as const),
        ...[...(teams ?? []), ...(fields ?? []), ...(people ?? []), ...requesters].map(
          ({ id, name }) => [id, name] as const,
        ),
      ]),
    [categories, teams, fields, people, requesters],
  );
}

interface Props {
  queue: Queue;
}

export function QueueFilterBar({ queue: { address, filters, narrow } }: Props) {
  const { data: teams } = useQuery(teamsQuery);
  return <FilterBar view={address.view} filters={filters} teams={teams?.items ?? []} onChange={narrow} />;
}

/** What its menus choose from is asked for once the rows stand. */
export function QueueFilterButton({ queue: { filters, narrow } }: Props) {
  const sources = useFilterSources(useAfterFirstAnswers());
  return <FilterButton filters={filters} sources={sources} onChange={narrow} />;
}

/** @param shown what narrows the list and may be taken away */
export function QueueFilterChips({ queue, shown }: Props & { shown: QueueFilters }) {
  const names = useNames(queue);
  return <FilterChips filters={shown} names={names} onRemove={(name) => queue.narrow({ [name]: [] })} />;
}
