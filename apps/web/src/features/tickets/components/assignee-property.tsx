import type { TicketResponse } from '@baton/contracts/tickets/tickets.response';
import type { Availability } from '@baton/domain/assignment/facts';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useSession, useUser } from '../../../shared/access/use-session';
import { workWords } from '../../../shared/text/work-words.texts';
import { PersonStanding } from '../../../shared/ui/availability-dot';
import { MenuButton } from '../../../shared/ui/menu-button';
import type { Option } from '../../../shared/ui/option-menu';
import { PersonAvatar } from '../../../shared/ui/person-avatar';
import { VisuallyHidden } from '../../../shared/ui/visually-hidden';
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

/** How somebody stands, as far as it is known: whether they are there, and how much they hold. */
export type Standings = ReadonlyMap<string, { availability: Availability; load: string }>;

/** Oneself first, then the others, then nobody. */
function useChoices(ticket: TicketResponse, standings?: Standings): Option[] {
  const me = useUser();
  const { data } = useQuery(workersQuery);
  const people = data?.items ?? [];
  const option = (person: (typeof people)[number], label: string): Option => {
    const standing = standings?.get(person.id);
    return {
      value: person.id,
      label,
      icon: <PersonStanding person={person} size={24} availability={standing?.availability} />,
      hint: standing && (
        <>
          {standing.load}
          <VisuallyHidden> {workWords.availability[standing.availability]}</VisuallyHidden>
        </>
      ),
    };
  };
  const self = people.filter(({ id }) => id === me.id);
  const others = people.filter(({ id }) => id !== me.id);
  return [
    ...self.map((person) => option(person, texts.assignToMe)),
    ...others.map((person) => option(person, person.name)),
    ...(ticket.assignee ? [{ value: POOL, label: texts.returnToPool, apart: true }] : []),
  ];
}

interface ChoiceProps {
  ticket: TicketResponse;
  standings?: Standings;
}

/** The people to choose from, and giving the ticket to one of them. */
function useAssigneeMenu({ ticket, standings }: ChoiceProps) {
  const assign = useAssign(ticket.id);
  return {
    options: useChoices(ticket, standings),
    value: ticket.assigneeId ?? POOL,
    onChoose: (id: string) => assign.mutate({ assigneeId: id === POOL ? null : id }),
  };
}

interface ReassignProps extends ChoiceProps {
  onChosen: () => void;
  onNear: () => void;
}

/** The same choice from elsewhere. */
export function ReassignButton({ onChosen, onNear, ...choice }: ReassignProps) {
  const { onChoose, ...menu } = useAssigneeMenu(choice);
  if (!choice.ticket.can.assign) return null;
  return (
    <MenuButton
      {...menu}
      label={texts.reassign}
      onChoose={(id) => {
        onChoose(id);
        onChosen();
      }}
    >
      {(trigger) => (
        <Button
          {...trigger}
          onMouseEnter={() => {
            trigger.onMouseEnter();
            onNear();
          }}
          onFocus={onNear}
          variant="text"
          size="small"
        >
          {choice.ticket.assignee ? texts.reassign : texts.assign}
        </Button>
      )}
    </MenuButton>
  );
}

interface Props extends ChoiceProps {
  /** What stands beside and below the person. */
  end?: ReactNode;
  note?: ReactNode;
  /** Somebody is about to choose. */
  onNear?: () => void;
}

function AssigneeChoice({ ticket, standings, ...around }: Props) {
  return (
    <ChoiceProperty
      {...useAssigneeMenu({ ticket, standings })}
      {...around}
      label={texts.fields.assignee}
      shown={ticket.assignee?.name ?? texts.unassigned}
    >
      <Holder ticket={ticket} />
    </ChoiceProperty>
  );
}

/** Who has the ticket, and for those who may: giving it to somebody else. */
export function AssigneeProperty({ ticket, end, note, ...choice }: Props) {
  const claim = useClaim(ticket.id);
  const { can } = useSession();
  if (!ticket.can.assign) {
    const works = can('ticket.assign');
    return (
      <Property label={works ? texts.fields.assignee : texts.fields.with} end={end} note={note}>
        <Holder ticket={ticket} none={works ? texts.unassigned : texts.finding} />
      </Property>
    );
  }
  const take = ticket.can.claim && (
    <Button variant="text" size="small" disabled={claim.isPending} onClick={() => claim.mutate()} sx={{ mr: -1 }}>
      {texts.claim}
    </Button>
  );
  const beside = (take || end) && (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
      {end}
      {take}
    </Box>
  );
  return <AssigneeChoice ticket={ticket} note={note} end={beside} {...choice} />;
}
