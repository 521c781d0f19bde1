import type { TeamResponse } from '@baton/contracts/teams/teams.response';
import type { PersonResponse } from '@baton/contracts/users/person.response';
import Edit from '@mui/icons-material/EditOutlined';
import Lock from '@mui/icons-material/LockOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { workWords } from '../../../shared/text/work-words.texts';
import { PersonAvatar } from '../../../shared/ui/person-avatar';
import { SoftChip } from '../../../shared/ui/soft-chip';
import { VisuallyHidden } from '../../../shared/ui/visually-hidden';
import { texts } from '../teams.texts';

const SHOWN = 6;

/** The first faces; all names for screen readers. */
function Faces({ members }: { members: readonly PersonResponse[] }) {
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', '& > span + span': { ml: -0.75 } }}>
      {members.slice(0, SHOWN).map((person) => (
        <Box
          component="span"
          key={person.id}
          sx={{ display: 'grid', borderRadius: '50%', border: '2px solid', borderColor: 'background.paper' }}
        >
          <PersonAvatar person={person} size={24} />
        </Box>
      ))}
      {members.length > SHOWN && (
        <Box sx={{ ml: 0.75, typography: 'caption', color: 'text.tertiary' }}>{texts.more(members.length - SHOWN)}</Box>
      )}
      <VisuallyHidden>{members.map(({ name }) => name).join(', ')}</VisuallyHidden>
    </Box>
  );
}

export function TeamList({ teams, onEdit }: { teams: readonly TeamResponse[]; onEdit: (team: TeamResponse) => void }) {
  return (
    <Box component="ul" aria-label={texts.list} sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {teams.map((team) => (
        <Box
          component="li"
          key={team.id}
          sx={{
            display: 'flex',
            alignItems: 'center',
            gap: 2,
            minHeight: 64,
            px: 2.5,
            py: 1,
            '& + &': { borderTop: '1px solid', borderColor: 'divider' },
          }}
        >
          <Box sx={{ flex: 1, minWidth: 0 }}>
            <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
              <Box sx={{ typography: 'subtitle2' }}>{team.name}</Box>
              {team.restricted && <SoftChip small icon={<Lock />} label={texts.restricted} />}
            </Box>
            <Box sx={{ typography: 'caption', color: 'text.secondary' }}>
              {texts.facts(
                team.members.length > 0 ? texts.members(team.members.length) : texts.nobody,
                workWords.mode[team.mode],
              )}
            </Box>
          </Box>
          <Box sx={{ display: { xs: 'none', sm: 'block' } }}>
            <Faces members={team.members} />
          </Box>
          <Button
            variant="text"
            color="inherit"
            startIcon={<Edit />}
            aria-label={texts.edit(team.name)}
            onClick={() => onEdit(team)}
          >
            {texts.editButton}
          </Button>
        </Box>
      ))}
    </Box>
  );
}
