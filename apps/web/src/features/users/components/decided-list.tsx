import type { UserResponse } from '@baton/contracts/users/users.response';
import Box from '@mui/material/Box';
import { DataTable } from '../../../shared/ui/data-table';
import { RelativeTime } from '../../../shared/ui/relative-time';
import { texts } from '../users.texts';
import { DomainChip } from './domain-chip';
import { PersonCell } from './person-cell';

const wideOnly = { display: { xs: 'none', md: 'table-cell' } };

/** Registrations that were decided, with the reason when there is one. */
export function DecidedList({ users, status }: { users: readonly UserResponse[]; status: 'approved' | 'rejected' }) {
  const { approvals } = texts;
  const isRejected = status === 'rejected';
  return (
    <DataTable
      label={approvals.list[status]}
      head={
        <>
          <th scope="col">{texts.person}</th>
          <Box component="th" scope="col" sx={wideOnly}>
            {isRejected ? approvals.reason : approvals.domain}
          </Box>
          <Box component="th" scope="col" sx={wideOnly}>
            {texts.number}
          </Box>
          <th scope="col">{approvals.joined}</th>
        </>
      }
    >
      {users.map((user) => (
        <Box component="tr" key={user.id} sx={{ height: 64 }}>
          <Box component="th" scope="row" sx={{ maxWidth: { xs: 1, md: 300 }, width: { xs: 1, md: 'auto' } }}>
            <PersonCell person={user} />
            {isRejected && (
              <Box
                sx={{
                  display: { md: 'none' },
                  mt: 0.5,
                  typography: 'caption',
                  color: 'text.secondary',
                  whiteSpace: 'normal',
                }}
              >
                {user.rejectedReason}
              </Box>
            )}
          </Box>
          <Box component="td" sx={{ ...wideOnly, color: 'text.secondary' }}>
            {isRejected ? user.rejectedReason : <DomainChip known={user.knownDomain} />}
          </Box>
          <Box component="td" sx={{ ...wideOnly, color: 'text.secondary', whiteSpace: 'nowrap' }}>
            {user.employeeNumber}
          </Box>
          <Box component="td" sx={{ color: 'text.secondary' }}>
            <RelativeTime at={user.createdAt} format="day" />
          </Box>
        </Box>
      ))}
    </DataTable>
  );
}
