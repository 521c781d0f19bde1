import type {
  TicketListResponse,
  TicketResponse,
  TicketSummaryResponse,
} from '@baton/contracts/tickets/tickets.response';
import Bolt from '@mui/icons-material/BoltOutlined';
import { type InfiniteData, type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { PaletteItem } from '../../features/palette/palette-item';
import { viewAddress, viewIcon, viewName } from '../../features/queue/components/view-look';
import { shortNumber } from '../../features/tickets/short-number';
import { queueViewsQuery, ticketKeys, workersQuery } from '../../features/tickets/tickets.queries';
import { useSession } from '../../shared/access/use-session';
import { activeLayers } from '../../shared/keyboard/commands';
import { words } from '../../shared/text/words.texts';
import { PersonAvatar } from '../../shared/ui/person-avatar';
import { StatusIcon } from '../../shared/ui/status-icon';
import { adminNavigation } from '../shell/admin-navigation';
import { mainNavigation } from '../shell/navigation';
import { texts } from './palette.texts';

type Ticket = Pick<TicketSummaryResponse, 'id' | 'number' | 'subject' | 'status' | 'requester'>;

/** Those looked at last come first, then those of the lists, as they stand there. */
function ticketsInMemory(client: QueryClient): Ticket[] {
  const cache = client.getQueryCache();
  const details = cache.findAll({ queryKey: ticketKeys.details, predicate: ({ state }) => state.data !== undefined });
  details.sort((one, other) => other.state.dataUpdatedAt - one.state.dataUpdatedAt);
  const lists = client.getQueriesData<InfiniteData<TicketListResponse>>({ queryKey: ticketKeys.lists });
  const all = [
    ...details.map(({ state }) => state.data as TicketResponse),
    ...lists.flatMap(([, data]) => data?.pages.flatMap(({ items }) => items) ?? []),
  ];
  return [...new Map(all.toReversed().map((ticket) => [ticket.id, ticket])).values()].toReversed();
}

export const ticketItem = (ticket: Ticket, base: string): PaletteItem => ({
  id: `ticket ${ticket.id}`,
  group: 'tickets',
  label: ticket.subject,
  hint: `${shortNumber(ticket.number)} · ${ticket.requester.name}`,
  also: ticket.number,
  icon: <StatusIcon status={ticket.status} />,
  href: `${base}/${ticket.number}`,
});

/** As they are when the palette opens: nothing moves under somebody's finger. */
function useTickets(base: string): PaletteItem[] {
  const client = useQueryClient();
  return useMemo(() => ticketsInMemory(client).map((ticket) => ticketItem(ticket, base)), [client, base]);
}

function useViewsAndPeople(works: boolean): PaletteItem[] {
  const { data: views } = useQuery({ ...queueViewsQuery, enabled: works });
  const { data: workers } = useQuery({ ...workersQuery, enabled: works });
  return useMemo(() => {
    const ofViews = (views?.items ?? []).map((view): PaletteItem => {
      const Icon = viewIcon(view.key);
      const name = viewName(view);
      return { id: `view ${view.key}`, group: 'views', label: name, icon: <Icon />, href: viewAddress(view.key) };
    });
    const ofPeople = (workers?.items ?? []).map(
      (person): PaletteItem => ({
        id: `person ${person.id}`,
        group: 'people',
        label: person.name,
        hint: `${words.role[person.role]} · ${texts.ticketsWith}`,
        also: person.email,
        icon: <PersonAvatar person={person} size={24} />,
        href: `/queue?assignee=${person.id}`,
      }),
    );
    return [...ofViews, ...ofPeople];
  }, [views, workers]);
}

function usePages(): PaletteItem[] {
  const { can } = useSession();
  const pages = [
    ...mainNavigation(can).map((item) => ({ ...item, hint: undefined })),
    ...adminNavigation(can).map((item) => ({ ...item, hint: texts.admin })),
  ];
  return pages.map(({ path, label, hint, Icon, letter }) => ({
    id: `page ${path} ${label}`,
    group: 'pages',
    label,
    hint,
    icon: <Icon />,
    keys: letter && `g ${letter}`,
    href: path,
  }));
}

/** What the page under the palette can do by keys, it can do by name. */
function useCommandItems(): PaletteItem[] {
  return useMemo(
    () =>
      activeLayers().flatMap(({ scope, commands }) =>
        commands
          .filter(({ onlyKeys }) => !onlyKeys)
          .map(
            ({ label, keys, run, icon }): PaletteItem => ({
              id: `command ${scope} ${label}`,
              group: 'actions',
              label,
              hint: scope,
              keys,
              icon: icon ?? <Bolt />,
              run,
            }),
          ),
      ),
    [],
  );
}

/** Everything one can go to or do from here, but for what is done with the open ticket. */
export function usePlaceItems(): { commands: PaletteItem[]; places: PaletteItem[]; base: string } {
  const { can } = useSession();
  const works = can('ticket.readAll');
  const base = works ? '/queue' : '/tickets';
  const tickets = useTickets(base);
  const others = useViewsAndPeople(works);
  return { commands: useCommandItems(), places: [...tickets, ...others, ...usePages()], base };
}
