import type { UpdateTicketDto } from '@baton/contracts/tickets/tickets.dto';
import type { TicketLinkResponse, TicketResponse } from '@baton/contracts/tickets/tickets.response';
import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { useSession } from '../../../shared/access/use-session';
import { RelativeTime } from '../../../shared/ui/relative-time';
import { useEditTicket } from '../tickets.mutations';
import { texts } from '../tickets.texts';
import { CallbackProperty } from './callback-property';
import { CustomFieldProperties } from './custom-field-properties';
import { LinkedTickets } from './linked-tickets';
import { Property, Value } from './property';
import { RequesterCard } from './requester-card';
import { TagsProperty } from './tags-property';
import { CategoryProperty, PriorityProperty, StatusProperty, TeamProperty } from './triage-properties';
import { WatchersProperty } from './watchers-property';

const fields = texts.fields;

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
  /** Who has it. */
  assignee: ReactNode;
  /** What those who work on it promised. */
  promises: ReactNode;
  /** What other features know of it. */
  children?: ReactNode;
}

/** Everything about a ticket that is not said in its conversation. */
export function Properties({ ticket, base, onStale, assignee, promises, children }: Props) {
  const { can } = useSession();
  const works = can('user.read');
  const edit = useEditTicket(ticket.id, onStale);
  const onEdit = (patch: UpdateTicketDto) => edit.mutate(patch);
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 2.5 }}>
      <Box component="dl" sx={{ m: 0 }}>
        <StatusProperty ticket={ticket} />
        <PriorityProperty ticket={ticket} onEdit={onEdit} />
        {assignee}
        <TeamProperty ticket={ticket} />
        <CategoryProperty ticket={ticket} onEdit={onEdit} />
        {(works || ticket.tags.length > 0) && <TagsProperty ticket={ticket} onChange={(tags) => onEdit({ tags })} />}
        {works && <CustomFieldProperties ticket={ticket} onEdit={onEdit} />}
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
      {can('ticket.readAll') && promises}
      <WatchersProperty ticket={ticket} />
      <Related ticket={ticket} base={base} />
      {children}
      {works && <RequesterCard ticket={ticket} base={base} />}
    </Box>
  );
}
