import type { UserResponse } from '@baton/contracts/users/users.response';
import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { CheckBox } from '../../../shared/ui/check-box';
import { DataTable } from '../../../shared/ui/data-table';
import { VisuallyHidden } from '../../../shared/ui/visually-hidden';
import { texts } from '../users.texts';
import { DecisionButtons } from './decision-buttons';
import { DomainChip } from './domain-chip';
import { PersonCell } from './person-cell';
import { WaitingTime } from './waiting-time';

export interface RegistrationsProps {
  users: readonly UserResponse[];
  selection: {
    has: (id: string) => boolean;
    toggle: (id: string) => void;
    all: boolean;
    some: boolean;
    toggleAll: () => void;
  };
  /** Whose rejection is being written. */
  rejecting: string | null;
  onRejecting: (id: string | null) => void;
  /** Where the reason is written. */
  rejectForm: (user: UserResponse) => ReactNode;
}

const COLUMNS = 7;

function Row({ user, selection, rejecting, onRejecting, rejectForm }: RegistrationsProps & { user: UserResponse }) {
  const isOpen = rejecting === user.id;
  return (
    <>
      <Box component="tr" sx={{ height: 64, bgcolor: isOpen ? 'surface.sunken' : undefined }}>
        <td>
          <CheckBox
            aria-label={texts.approvals.select(user.name)}
            checked={selection.has(user.id)}
            onChange={() => selection.toggle(user.id)}
          />
        </td>
        <Box component="th" scope="row" sx={{ maxWidth: 320 }}>
          <PersonCell person={user} />
        </Box>
        <td>
          <DomainChip known={user.knownDomain} />
        </td>
        <Box component="td" sx={{ color: 'text.secondary', whiteSpace: 'nowrap' }}>
          {user.phone ?? texts.noPhone}
        </Box>
        <Box component="td" sx={{ color: 'text.secondary', whiteSpace: 'nowrap' }}>
          {user.employeeNumber}
        </Box>
        <td>
          <WaitingTime since={user.createdAt} />
        </td>
        <td>{!isOpen && <DecisionButtons user={user} onReject={() => onRejecting(user.id)} />}</td>
      </Box>
      {isOpen && (
        <Box component="tr" sx={{ bgcolor: 'surface.sunken', '&&': { borderTop: 0 } }}>
          <td />
          <Box component="td" colSpan={COLUMNS - 1} sx={{ '&&': { pt: 0, pb: 2 } }}>
            {rejectForm(user)}
          </Box>
        </Box>
      )}
    </>
  );
}

/** Who waits, on screens with room for a table. */
export function RegistrationTable(props: RegistrationsProps) {
  const { users, selection } = props;
  const { approvals } = texts;
  return (
    <DataTable
      label={approvals.list.pending}
      head={
        <>
          <Box component="th" sx={{ width: 40 }}>
            <CheckBox
              aria-label={approvals.selectAll}
              checked={selection.all}
              partly={selection.some && !selection.all}
              onChange={selection.toggleAll}
            />
          </Box>
          <th scope="col">{texts.person}</th>
          <th scope="col">{approvals.domain}</th>
          <th scope="col">{texts.phone}</th>
          <th scope="col">{texts.number}</th>
          <th scope="col">{approvals.waiting}</th>
          <th scope="col">
            <VisuallyHidden>{approvals.decision}</VisuallyHidden>
          </th>
        </>
      }
    >
      {users.map((user) => (
        <Row key={user.id} user={user} {...props} />
      ))}
    </DataTable>
  );
}
