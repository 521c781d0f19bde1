import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { FilterBar } from '../features/queue/components/filter-bar';
import { FilterButton } from '../features/queue/components/filter-button';
import { categoriesQuery, customFieldsQuery, teamsQuery, workersQuery } from '../features/tickets/tickets.queries';
import { useAfterFirstAnswers } from '../shared/api/use-after-first-answers';
import type { Queue } from './queue-state';

// Each part of the head asks for what it shows itself, so that an answer draws no more than that part anew.

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
