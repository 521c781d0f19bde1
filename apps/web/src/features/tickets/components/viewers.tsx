import type { Presence } from '@baton/contracts/realtime/events';
import Box from '@mui/material/Box';
import { PersonAvatar } from '../../../shared/ui/person-avatar';
import { texts } from '../tickets.texts';

/** Faces beside the title; the rest is a number. */
const MOST_FACES = 3;

/** Who else looks at the ticket. */
export function Viewers({ people }: { people: readonly Presence[] }) {
  return (
    <Box
      role="group"
      aria-label={texts.viewers(people.map(({ name }) => name).join(', '))}
      sx={{
        display: { xs: 'none', sm: 'flex' },
        alignItems: 'center',
        gap: 0.5,
        typography: 'caption',
        color: 'text.secondary',
      }}
    >
      {people.slice(0, MOST_FACES).map(({ userId, name }) => (
        <PersonAvatar key={userId} person={{ id: userId, name, avatarUrl: null }} size={24} />
      ))}
      {people.length > MOST_FACES && `+${people.length - MOST_FACES}`}
      <Box component="span" sx={{ ml: 0.5 }}>
        {texts.viewing}
      </Box>
    </Box>
  );
}
