import type { TicketResponse } from '@baton/contracts/tickets/tickets.response';
import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useSession, useUser } from '../../../shared/access/use-session';
import type { Option } from '../../../shared/ui/option-menu';
import { PersonAvatar } from '../../../shared/ui/person-avatar';
import { useAssign, useClaim } from '../tickets.mutations';
import { workersQuery } from '../tickets.queries';
import { texts } from '../tickets.texts';
import { ChoiceProperty, Property, Value } from './property';

const POOL = '';

function Holder({ ticket, none = texts.unassigned }: { ticket: TicketResponse; none?: string }) {
  if (!ticket.assignee) return <Value faint>{none}</Value>;
  return (
    <>
      <PersonAvatar person={ticket.assignee} size={20} />
      <Value>{ticket.assignee.name}</Value>
    </>
  );
}

/** Oneself first, then the others, then nobody. */
function useChoices(ticket: TicketResponse): Option[] {
  const me = useUser();
  const { data } = useQuery(workersQuery);
  const people = data?.items ?? [];
  const face = (person: (typeof people)[number]) => <PersonAvatar person={person} size={24} />;
  const self = people.filter(({ id }) => id === me.id);
  const others = people.filter(({ id }) => id !== me.id);
  return [
    ...self.map((person) => ({ value: person.id, label: texts.assignToMe, icon: face(person) })),
    ...others.map((person) => ({ value: person.id, label: person.name, icon: face(person) })),
    ...(ticket.assignee ? [{ value: POOL, label: texts.returnToPool, apart: true }] : []),
  ];
}

interface ChoiceProps {
  ticket: TicketResponse;
  end: ReactNode;
}

function AssigneeChoice({ ticket, end }: ChoiceProps) {
  const assign = useAssign(ticket.id);
  const options = useChoices(ticket);
  return (
    <ChoiceProperty
      label={texts.fields.assignee}
      shown={ticket.assignee?.name ?? texts.unassigned}
      value={ticket.assigneeId ?? POOL}
      options={options}
      onChoose={(id) => assign.mutate({ assigneeId: id === POOL ? null : id })}
      end={end}
    >
      <Holder ticket={ticket} />
    </ChoiceProperty>
  );
}

export function AssigneeProperty({ ticket }: { ticket: TicketResponse }) {
  const claim = useClaim(ticket.id);
  const { can } = useSession();
  if (!ticket.can.assign) {
    const works = can('ticket.assign');
    return (
      <Property label={works ? texts.fields.assignee : texts.fields.with}>
        <Holder ticket={ticket} none={works ? texts.unassigned : texts.finding} />
      </Property>
    );
  }
  return (
    <AssigneeChoice
      ticket={ticket}
      end={
        ticket.can.claim && (
          <Button variant="text" size="small" disabled={claim.isPending} onClick={() => claim.mutate()} sx={{ mr: -1 }}>
            {texts.claim}
          </Button>
        )
      }
    />
  );
}
