import type { TicketResponse } from '@baton/contracts/tickets/tickets.response';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTicketAssignment } from '../features/assignment/assignment.queries';
import { WaitingNote, WhyLink } from '../features/assignment/components/why-link';
import { AssigneeProperty, ReassignButton, type Standings } from '../features/tickets/components/assignee-property';
import { deskQuery } from '../features/work-profiles/work-profiles.queries';
import { useSession } from '../shared/access/use-session';
import { texts } from '../shared/ui/work.texts';

interface Props {
  ticket: TicketResponse;
}

/** How people stand, asked for when somebody is about to choose one. */
function useStandings(isWanted: boolean): Standings | undefined {
  const { data } = useQuery({ ...deskQuery, enabled: isWanted });
  return (
    data &&
    new Map(
      data.map(({ person, availability, absent, active, capacity }) => [
        person.id,
        { availability: absent ? 'offline' : availability, load: texts.load(active, capacity) },
      ]),
    )
  );
}

function AssigneeOfDesk({ ticket }: Props) {
  const [isNear, setNear] = useState(false);
  const onNear = () => setNear(true);
  const standings = useStandings(isNear);
  const { data: assignment } = useTicketAssignment(ticket.id);
  const isAsked = !ticket.assigneeId && assignment !== undefined && assignment.decisions.length > 0;
  const why = assignment && (
    <WhyLink
      assignment={assignment}
      reassign={(close) => <ReassignButton ticket={ticket} standings={standings} onNear={onNear} onChosen={close} />}
    />
  );
  return (
    <AssigneeProperty
      ticket={ticket}
      standings={standings}
      onNear={onNear}
      // In the pool, claiming takes the room beside it.
      note={isAsked && <WaitingNote assignment={assignment} link={why} />}
      end={ticket.assigneeId && why}
    />
  );
}

/** Who has the ticket; for those who work on it also why, and how the others stand. */
export function TicketAssignee({ ticket }: Props) {
  const { can } = useSession();
  return can('work.readAll') ? <AssigneeOfDesk ticket={ticket} /> : <AssigneeProperty ticket={ticket} />;
}
