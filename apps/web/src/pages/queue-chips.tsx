import { useQueries, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { FilterChips, type Names } from '../features/queue/components/filter-chips';
import type { QueueFilters } from '../features/queue/queue-views';
import {
  categoriesQuery,
  customFieldsQuery,
  personQuery,
  teamsQuery,
  workersQuery,
} from '../features/tickets/tickets.queries';
import type { Queue } from './queue-state';

const UUID = /^[0-9a-f]{8}-/;

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
  /** What narrows the list and may be taken away. */
  shown: QueueFilters;
}

/** What narrows the list, with the names of what it names by id. */
export function QueueFilterChips({ queue, shown }: Props) {
  const names = useNames(queue);
  return <FilterChips filters={shown} names={names} onRemove={(name) => queue.narrow({ [name]: [] })} />;
}
