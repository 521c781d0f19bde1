import type { UpdateTicketDto } from '@baton/contracts/tickets/tickets.dto';
import type { TicketLinkResponse, TicketResponse } from '@baton/contracts/tickets/tickets.response';
import { PRIORITIES, type Priority } from '@baton/domain/tickets/ticket-priority';
import Box from '@mui/material/Box';
import { useQuery } from '@tanstack/react-query';
import { useSession } from '../../../shared/access/use-session';
import { words } from '../../../shared/text/words.texts';
import { PriorityIcon } from '../../../shared/ui/priority-icon';
import { RelativeTime } from '../../../shared/ui/relative-time';
import { StatusChip } from '../../../shared/ui/status-chip';
import { STATUS_LOOKS } from '../../../shared/ui/status-icon';
import { movesOf } from '../ticket-moves';
import { useAssign, useEditTicket, useMove } from '../tickets.mutations';
import { categoriesQuery, teamsQuery } from '../tickets.queries';
import { texts } from '../tickets.texts';
import { AssigneeProperty } from './assignee-property';
import { CallbackProperty } from './callback-property';
import { LinkedTickets } from './linked-tickets';
import { moveName } from './move-buttons';
import { ChoiceProperty, Property, Value } from './property';
import { RequesterCard } from './requester-card';
import { TagsProperty } from './tags-property';
import { WatchersProperty } from './watchers-property';

const NONE = '';
const fields = texts.fields;

function StatusProperty({ ticket }: { ticket: TicketResponse }) {
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

function PriorityProperty({ ticket, onEdit }: EditProps) {
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

function TeamChoice({ ticket }: { ticket: TicketResponse }) {
  const { data } = useQuery(teamsQuery);
  const assign = useAssign(ticket.id);
  const options = (data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <ChoiceProperty
      label={fields.team}
      shown={ticket.team?.name ?? texts.noTeam}
      value={ticket.teamId ?? NONE}
      options={[...options, { value: NONE, label: texts.noTeam, apart: true }]}
      onChoose={(id) => assign.mutate({ assigneeId: ticket.assigneeId, teamId: id === NONE ? null : id })}
    >
      <Value faint={!ticket.team}>{ticket.team?.name ?? texts.noTeam}</Value>
    </ChoiceProperty>
  );
}

function CategoryChoice({ ticket, onEdit }: EditProps) {
  const { data } = useQuery(categoriesQuery);
  const options = (data?.items ?? [])
    .filter(({ archived, id }) => !archived || id === ticket.categoryId)
    .map(({ id, path }) => ({ value: id, label: path }));
  return (
    <ChoiceProperty
      label={fields.category}
      shown={ticket.category?.name ?? texts.noCategory}
      value={ticket.categoryId ?? NONE}
      options={[...options, { value: NONE, label: texts.noCategory, apart: true }]}
      onChoose={(id) => onEdit({ categoryId: id === NONE ? null : id })}
    >
      <Value faint={!ticket.category}>{ticket.category?.name ?? texts.noCategory}</Value>
    </ChoiceProperty>
  );
}

function Related({ ticket, base }: { ticket: TicketResponse; base: string }) {
  const { followUpOf, followUps } = ticket;
  if (!followUpOf && followUps.length === 0) return null;
  const list = (label: string, tickets: TicketLinkResponse[]) =>
    tickets.length > 0 && (
      <div>
        <Box sx={{ typography: 'caption', color: 'text.secondary' }}>{label}</Box>
        <LinkedTickets label={label} tickets={tickets} base={base} />
      </div>
    );
  return (
    <Box component="section" sx={{ display: 'grid', gap: 1 }}>
      <Box component="h2" sx={{ typography: 'h6', m: 0 }}>
        {texts.related}
      </Box>
      {list(texts.continues, followUpOf ? [followUpOf] : [])}
      {list(texts.continuedIn, followUps)}
    </Box>
  );
}

interface Props {
  ticket: TicketResponse;
  /** Below which address related tickets open. */
  base: string;
  onStale: (error: unknown, patch: UpdateTicketDto) => void;
}

/** Everything about a ticket that is not said in its conversation. */
export function Properties({ ticket, base, onStale }: Props) {
  const { can } = useSession();
  const works = can('user.read');
  const edit = useEditTicket(ticket.id, onStale);
  const onEdit = (patch: UpdateTicketDto) => edit.mutate(patch);
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 2.5 }}>
      <Box component="dl" sx={{ m: 0 }}>
        <StatusProperty ticket={ticket} />
        <PriorityProperty ticket={ticket} onEdit={onEdit} />
        <AssigneeProperty ticket={ticket} />
        {ticket.can.assign ? (
          <TeamChoice ticket={ticket} />
        ) : (
          <Property label={fields.team}>
            <Value faint={!ticket.team}>{ticket.team?.name ?? texts.noTeam}</Value>
          </Property>
        )}
        {ticket.can.triage ? (
          <CategoryChoice ticket={ticket} onEdit={onEdit} />
        ) : (
          <Property label={fields.category}>
            <Value faint={!ticket.category}>{ticket.category?.name ?? texts.noCategory}</Value>
          </Property>
        )}
        {(works || ticket.tags.length > 0) && <TagsProperty ticket={ticket} onChange={(tags) => onEdit({ tags })} />}
        {ticket.issueType && (
          <Property label={fields.issueType}>
            <Value>{ticket.issueType}</Value>
          </Property>
        )}
        <CallbackProperty ticket={ticket} onChange={(callbackNumber) => onEdit({ callbackNumber })} />
        {ticket.submittedBy.id !== ticket.requester.id && (
          <Property label={fields.submittedBy}>
            <Value>{ticket.submittedBy.name}</Value>
          </Property>
        )}
        {ticket.reopenUntil && (
          <Property label={fields.reopenUntil}>
            <Value>
              <RelativeTime at={ticket.reopenUntil} format="clock" />
            </Value>
          </Property>
        )}
      </Box>
      <WatchersProperty ticket={ticket} />
      <Related ticket={ticket} base={base} />
      {works && <RequesterCard ticket={ticket} base={base} />}
    </Box>
  );
}
