import { usersEndpoints } from '@baton/contracts/users/users.endpoints';
import { useQueryClient } from '@tanstack/react-query';
import { useSession } from '../../shared/access/use-session';
import { call } from '../../shared/api/call';
import { useFailureToast } from '../../shared/forms/use-failure-toast';
import type { Suggested, SuggestionSource } from '../../shared/ui/rich-text-editor';
import { texts } from './conversation.texts';
import type { FilledMacro, MacroTools } from './macro-tools';

const MOST = 8;
const FRESH_MS = 60_000;

/** Colleagues after `@`, macros after `/`: for those who work on tickets. */
export function useSuggestions(
  macros: MacroTools | undefined,
  onUse: (filled: FilledMacro) => void,
): SuggestionSource[] {
  const client = useQueryClient();
  const { can, user } = useSession();
  const failed = useFailureToast();
  if (!can('ticket.note')) return [];
  const findColleagues = async (q: string): Promise<Suggested[]> => {
    const { items } = await client.fetchQuery({
      queryKey: ['users', 'colleagues', q],
      queryFn: () =>
        call(usersEndpoints.list, {
          query: { q: q || undefined, role: ['coordinator', 'admin'], status: ['approved'], limit: MOST + 1 },
        }),
      staleTime: FRESH_MS,
    });
    return items
      .filter(({ id }) => id !== user?.id)
      .slice(0, MOST)
      .map((person) => ({ id: person.id, label: person.name, hint: person.email, person }));
  };
  const colleagues: SuggestionSource = { char: '@', label: texts.colleagues, find: findColleagues };
  if (!macros) return [colleagues];
  const replies: SuggestionSource = {
    char: '/',
    label: texts.macros,
    find: macros.find,
    onChoose: ({ id }) => void macros.fill(id).then(onUse, failed),
  };
  return [colleagues, replies];
}
