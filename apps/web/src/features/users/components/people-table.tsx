import type { UserResponse } from '@baton/contracts/users/users.response';
import Box from '@mui/material/Box';
import { words } from '../../../shared/text/words.texts';
import { DataTable } from '../../../shared/ui/data-table';
import { RelativeTime } from '../../../shared/ui/relative-time';
import { SoftChip } from '../../../shared/ui/soft-chip';
import { VisuallyHidden } from '../../../shared/ui/visually-hidden';
import type { TeamChoice } from '../forms/user-dialog';
import { texts } from '../users.texts';
import { PersonActions } from './person-actions';
import { PersonCell } from './person-cell';

const TONES = { pending: 'warning', rejected: 'neutral', suspended: 'error' } as const;

/** Active people need no chip; it would be on every row. */
function AccountState({ user }: { user: UserResponse }) {
  if (user.invitationPending && user.status === 'approved')
    return <SoftChip tone="info" label={texts.people.invited} />;
  if (user.status === 'approved') return <span>{words.account.approved}</span>;
  return <SoftChip tone={TONES[user.status]} label={words.account[user.status]} />;
}

const wide = { display: { xs: 'none', lg: 'table-cell' }, color: 'text.secondary' } as const;
const medium = { display: { xs: 'none', sm: 'table-cell' }, color: 'text.secondary' } as const;

interface Props {
  users: readonly UserResponse[];
  teams: readonly TeamChoice[];
  myId: string;
}

export function PeopleTable({ users, teams, myId }: Props) {
  const { people } = texts;
  const teamNames = (ids: readonly string[]) =>
    teams
      .filter(({ id }) => ids.includes(id))
      .map(({ name }) => name)
      .join(', ') || people.noTeams;
  return (
    <DataTable
      label={people.list}
      head={
        <>
          <th scope="col">{texts.person}</th>
          <Box component="th" scope="col" sx={{ display: medium.display }}>
            {people.role}
          </Box>
          <Box component="th" scope="col" sx={{ display: wide.display }}>
            {people.teams}
          </Box>
          <Box component="th" scope="col" sx={{ display: medium.display }}>
            {people.status}
          </Box>
          <Box component="th" scope="col" sx={{ display: wide.display }}>
            {people.lastSignIn}
          </Box>
          <th scope="col">
            <VisuallyHidden>{people.actionsHead}</VisuallyHidden>
          </th>
        </>
      }
    >
      {users.map((user) => (
        <Box component="tr" key={user.id} sx={{ height: 64 }}>
          <Box component="th" scope="row" sx={{ maxWidth: 0, width: { xs: 1, sm: '42%', lg: '34%' } }}>
            <PersonCell person={user} />
            <Box sx={{ display: { sm: 'none' }, pl: 6, typography: 'caption', color: 'text.secondary' }}>
              {words.role[user.role]}
              {user.status !== 'approved' && ` · ${words.account[user.status]}`}
            </Box>
          </Box>
          <Box component="td" sx={medium}>
            {words.role[user.role]}
          </Box>
          <Box component="td" sx={wide}>
            {user.role !== 'employee' && teamNames(user.teamIds)}
          </Box>
          <Box component="td" sx={medium}>
            <AccountState user={user} />
          </Box>
          <Box component="td" sx={wide}>
            {user.lastSignInAt ? <RelativeTime at={user.lastSignInAt} format="ago" /> : people.never}
          </Box>
          <Box component="td" sx={{ width: 52, textAlign: 'right' }}>
            <PersonActions user={user} isMe={user.id === myId} teams={teams} />
          </Box>
        </Box>
      ))}
    </DataTable>
  );
}
