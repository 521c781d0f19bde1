import type { UpdateTicketDto } from '@baton/contracts/tickets/tickets.dto';
import type { TicketResponse } from '@baton/contracts/tickets/tickets.response';
import { PRIORITIES } from '@baton/domain/tickets/ticket-priority';
import Group from '@mui/icons-material/GroupOutlined';
import LabelIcon from '@mui/icons-material/LabelOutlined';
import LinkIcon from '@mui/icons-material/LinkOutlined';
import Undo from '@mui/icons-material/UndoOutlined';
import Visibility from '@mui/icons-material/VisibilityOutlined';
import { useQuery } from '@tanstack/react-query';
import type { PaletteItem } from '../../features/palette/palette-item';
import { moveName } from '../../features/tickets/components/move-buttons';
import { movesOf, splitMoves } from '../../features/tickets/ticket-moves';
import { useAssign, useEditTicket, useMove, useWatchers } from '../../features/tickets/tickets.mutations';
import { categoriesQuery, teamsQuery, workersQuery } from '../../features/tickets/tickets.queries';
import { useSession, useUser } from '../../shared/access/use-session';
import { words } from '../../shared/text/words.texts';
import { PersonAvatar } from '../../shared/ui/person-avatar';
import { PriorityIcon } from '../../shared/ui/priority-icon';
import { STATUS_LOOKS } from '../../shared/ui/status-icon';
import { useToast } from '../../shared/ui/toast';
import { texts } from './palette.texts';

type Action = Omit<PaletteItem, 'group'>;

function useMoves(ticket: TicketResponse): Action[] {
  const { can } = useSession();
  const move = useMove(ticket.id);
  // What cannot be undone asks first, in the ticket's header.
  const moves = movesOf(ticket, can('ticket.changeStatus')).filter(({ via }) => via !== 'withdraw');
  const { first, rest } = splitMoves(ticket.status, moves);
  return [...(first ? [first] : []), ...rest].map((each) => {
    const { Icon } = STATUS_LOOKS[each.to];
    const keys = each.via === 'claim' ? 'c' : undefined;
    return { id: `move ${each.to}`, label: moveName(each), icon: <Icon />, keys, run: () => move.mutate(each) };
  });
}

function useHolders(ticket: TicketResponse): Action[] {
  const me = useUser();
  const assign = useAssign(ticket.id);
  const { data: workers } = useQuery({ ...workersQuery, enabled: ticket.can.assign });
  const { data: teams } = useQuery({ ...teamsQuery, enabled: ticket.can.assign });
  if (!ticket.can.assign) return [];
  const others = (workers?.items ?? []).filter(({ id }) => id !== ticket.assigneeId);
  const people = others.toSorted((one, other) => Number(other.id === me.id) - Number(one.id === me.id));
  const toPerson = people.map(
    (person): Action => ({
      id: `assign ${person.id}`,
      label: person.id === me.id ? texts.assignToMe : texts.assignTo(person.name),
      also: person.email,
      icon: <PersonAvatar person={person} size={24} />,
      onlyTyped: person.id !== me.id,
      run: () => assign.mutate({ assigneeId: person.id }),
    }),
  );
  const toTeam = (teams?.items ?? [])
    .filter(({ id }) => id !== ticket.teamId)
    .map(
      ({ id, name }): Action => ({
        id: `team ${id}`,
        label: texts.setTeam(name),
        icon: <Group />,
        onlyTyped: true,
        run: () => assign.mutate({ teamId: id }),
      }),
    );
  const toPool: Action = {
    id: 'pool',
    label: texts.returnToPool,
    icon: <Undo />,
    onlyTyped: true,
    run: () => assign.mutate({ assigneeId: null }),
  };
  return [...toPerson, ...(ticket.assigneeId ? [toPool] : []), ...toTeam];
}

function useTriage(ticket: TicketResponse, edit: (patch: UpdateTicketDto) => void): Action[] {
  const { data: categories } = useQuery({ ...categoriesQuery, enabled: ticket.can.triage });
  if (!ticket.can.triage) return [];
  const priorities = PRIORITIES.filter((priority) => priority !== ticket.priority).map(
    (priority): Action => ({
      id: `priority ${priority}`,
      label: texts.setPriority(words.priority[priority]),
      hint: texts.now(words.priority[ticket.priority]),
      icon: <PriorityIcon priority={priority} decorative />,
      onlyTyped: true,
      run: () => edit({ priority }),
    }),
  );
  const paths = (categories?.items ?? [])
    .filter(({ id, archived }) => !archived && id !== ticket.categoryId)
    .map(
      ({ id, path }): Action => ({
        id: `category ${id}`,
        label: texts.setCategory(path),
        icon: <LabelIcon />,
        onlyTyped: true,
        run: () => edit({ categoryId: id }),
      }),
    );
  return [...priorities, ...paths];
}

function useRest(ticket: TicketResponse): Action[] {
  const me = useUser();
  const toast = useToast();
  const { watch, unwatch } = useWatchers(ticket.id);
  const watches = ticket.watchers.some(({ id }) => id === me.id);
  const copy = () =>
    void navigator.clipboard
      ?.writeText(`${location.origin}/tickets/${ticket.number}`)
      .then(() => toast(texts.linkCopied));
  return [
    {
      id: 'watch',
      label: watches ? texts.unwatch : texts.watch,
      icon: <Visibility />,
      run: () => (watches ? unwatch.mutate(me.id) : watch.mutate({})),
    },
    { id: 'copy', label: texts.copyLink, icon: <LinkIcon />, run: copy },
  ];
}

/** Everything that can be done with one ticket. */
export function useTicketItems(ticket: TicketResponse): PaletteItem[] {
  const toast = useToast();
  const edit = useEditTicket(ticket.id, () => toast({ message: texts.changedMeanwhile, tone: 'error' }));
  const actions = [
    ...useMoves(ticket),
    ...useHolders(ticket),
    ...useTriage(ticket, (patch) => edit.mutate(patch)),
    ...useRest(ticket),
  ];
  return actions.map((action) => ({ ...action, id: `action ${action.id}`, group: 'actions' }));
}
