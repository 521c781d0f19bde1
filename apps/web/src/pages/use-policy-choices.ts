import { useQueries, useQuery } from '@tanstack/react-query';
import type { PolicyChoices } from '../features/sla/policy-choices';
import { policiesQuery } from '../features/sla/sla-admin.queries';
import { categoriesQuery, personQuery, teamsQuery } from '../features/tickets/tickets.queries';

const NONE: string[] = [];
const requestersOf = (policies: readonly { conditions: { requesterIds?: string[] } }[]) => [
  ...new Set(policies.flatMap(({ conditions }) => conditions.requesterIds ?? NONE)),
];

/** What conditions of policies choose from, and the people they name. */
export function usePolicyChoices(): PolicyChoices {
  const teams = useQuery(teamsQuery).data?.items ?? [];
  const categories = useQuery(categoriesQuery).data?.items ?? [];
  const policies = useQuery(policiesQuery).data ?? [];
  const people = useQueries({
    queries: requestersOf(policies).map((id) => personQuery(id)),
    combine: (all) => all.flatMap(({ data }) => data ?? []),
  });
  return {
    teams,
    categories: categories.map(({ id, path, archived }) => ({ id, name: path, archived })),
    people,
  };
}
