import Box from '@mui/material/Box';
import { CheckBox } from '../../../shared/ui/check-box';
import { Panel } from '../../../shared/ui/panel';
import { texts } from '../users.texts';
import { DecisionButtons } from './decision-buttons';
import { DomainChip } from './domain-chip';
import { PersonCell } from './person-cell';
import type { RegistrationsProps } from './registration-table';
import { WaitingTime } from './waiting-time';

/** Who waits, one card each, for phones. */
export function RegistrationCards({ users, selection, rejecting, onRejecting, rejectForm }: RegistrationsProps) {
  return (
    <Box
      component="ul"
      aria-label={texts.approvals.list.pending}
      sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1 }}
    >
      {users.map((user) => (
        <Panel key={user.id} component="li" sx={{ p: 2, display: 'grid', gap: 1.5, minWidth: 0 }}>
          <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5, minWidth: 0 }}>
            <Box sx={{ flex: 1, minWidth: 0 }}>
              <PersonCell person={user} />
            </Box>
            <WaitingTime since={user.createdAt} />
            <Box component="label" sx={{ display: 'grid', placeItems: 'center', width: 44, height: 44, m: -1.5 }}>
              <CheckBox
                aria-label={texts.approvals.select(user.name)}
                checked={selection.has(user.id)}
                onChange={() => selection.toggle(user.id)}
              />
            </Box>
          </Box>
          <Box
            sx={{
              display: 'flex',
              flexWrap: 'wrap',
              alignItems: 'center',
              gap: 1.5,
              typography: 'caption',
              color: 'text.secondary',
            }}
          >
            <DomainChip known={user.knownDomain} />
            {user.phone && <span>{user.phone}</span>}
            <span>{user.employeeNumber}</span>
          </Box>
          {rejecting === user.id ? (
            rejectForm(user)
          ) : (
            <DecisionButtons user={user} onReject={() => onRejecting(user.id)} />
          )}
        </Panel>
      ))}
    </Box>
  );
}
