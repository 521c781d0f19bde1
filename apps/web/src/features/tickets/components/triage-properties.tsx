import type { UpdateTicketDto } from '@baton/contracts/tickets/tickets.dto';
import type { TicketResponse } from '@baton/contracts/tickets/tickets.response';
import { PRIORITIES, type Priority } from '@baton/domain/tickets/ticket-priority';
import { useQuery } from '@tanstack/react-query';
import { useSession } from '../../../shared/access/use-session';
import { words } from '../../../shared/text/words.texts';
import { PriorityIcon } from '../../../shared/ui/priority-icon';
import { StatusChip } from '../../../shared/ui/status-chip';
import { STATUS_LOOKS } from '../../../shared/ui/status-icon';
import { movesOf } from '../ticket-moves';
import { useAssign, useMove } from '../tickets.mutations';
import { categoriesQuery, teamsQuery } from '../tickets.queries';
import { texts } from '../tickets.texts';
import { moveName } from './move-buttons';
import { ChoiceProperty, Property, Value } from './property';

const NONE = '';
const fields = texts.fields;

export function StatusProperty({ ticket }: { ticket: TicketResponse }) {
  const { can } = useSession();
  const move = useMove(ticket.id);
  // What cannot be undone stays in the header, where it asks first.
  const moves = movesOf(ticket, can('ticket.changeStatus')).filter(({ via }) => via !== 'withdraw');
  if (moves.length === 0) {
    return (
      <Property label={fields.status}>
        <StatusChip status={ticket.status} />
      </Property>
    );
  }
  return (
    <ChoiceProperty
      emphatic
      label={fields.status}
      shown={words.status[ticket.status]}
      value={ticket.status}
      options={moves.map((each) => {
        const { Icon, color } = STATUS_LOOKS[each.to];
        return { value: each.to, label: moveName(each), icon: <Icon sx={{ fontSize: 18, color }} /> };
      })}
      onChoose={(to) => {
        const chosen = moves.find((each) => each.to === to);
        if (chosen) move.mutate(chosen);
      }}
    >
      <StatusChip status={ticket.status} />
    </ChoiceProperty>
  );
}

interface EditProps {
  ticket: TicketResponse;
  onEdit: (patch: UpdateTicketDto) => void;
}

export function PriorityProperty({ ticket, onEdit }: EditProps) {
  const value = (
    <>
      <PriorityIcon priority={ticket.priority} decorative />
      <Value>{words.priority[ticket.priority]}</Value>
    </>
  );
  if (!ticket.can.triage) return <Property label={fields.priority}>{value}</Property>;
  return (
    <ChoiceProperty
      label={fields.priority}
      shown={words.priority[ticket.priority]}
      value={ticket.priority}
      options={[...PRIORITIES].reverse().map((priority) => ({
        value: priority,
        label: words.priority[priority],
        icon: <PriorityIcon priority={priority} decorative />,
      }))}
      onChoose={(priority) => onEdit({ priority: priority as Priority })}
    >
      {value}
    </ChoiceProperty>
  );
}

export function TeamProperty({ ticket }: { ticket: TicketResponse }) {
  const { data } = useQuery({ ...teamsQuery, enabled: ticket.can.assign });
  const assign = useAssign(ticket.id);
  const shown = ticket.team?.name ?? texts.noTeam;
  const value = <Value faint={!ticket.team}>{shown}</Value>;
  if (!ticket.can.assign) return <Property label={fields.team}>{value}</Property>;
  const options = (data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <ChoiceProperty
      label={fields.team}
      shown={shown}
      value={ticket.teamId ?? NONE}
      options={[...options, { value: NONE, label: texts.noTeam, apart: true }]}
      onChoose={(id) => assign.mutate({ teamId: id === NONE ? null : id })}
    >
      {value}
    </ChoiceProperty>
  );
}

export function CategoryProperty({ ticket, onEdit }: EditProps) {
  const { data } = useQuery(categoriesQuery);
  const shown = ticket.category?.name ?? texts.noCategory;
  const value = <Value faint={!ticket.category}>{shown}</Value>;
  if (!ticket.can.triage) return <Property label={fields.category}>{value}</Property>;
  const options = (data?.items ?? [])
    .filter(({ archived, id }) => !archived || id === ticket.categoryId)
    .map(({ id, path }) => ({ value: id, label: path }));
  return (
    <ChoiceProperty
      label={fields.category}
      shown={shown}
      value={ticket.categoryId ?? NONE}
      options={[...options, { value: NONE, label: texts.noCategory, apart: true }]}
      onChoose={(id) => onEdit({ categoryId: id === NONE ? null : id })}
    >
      {value}
    </ChoiceProperty>
  );
}
