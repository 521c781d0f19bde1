import type { UserResponse } from '@baton/contracts/users/users.response';
import Box from '@mui/material/Box';
import { PersonAvatar } from '../../../shared/ui/person-avatar';

const oneLine = { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' } as const;

/** Who it is: picture, name, address. */
export function PersonCell({ person }: { person: UserResponse }) {
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5, minWidth: 0 }}>
      <PersonAvatar person={person} size={36} />
      <Box sx={{ minWidth: 0 }}>
        <Box sx={{ typography: 'subtitle2', ...oneLine }}>{person.name}</Box>
        <Box sx={{ typography: 'caption', color: 'text.secondary', ...oneLine }}>{person.email}</Box>
      </Box>
    </Box>
  );
}
