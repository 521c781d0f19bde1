import type { TeamWaitingResponse } from '@baton/contracts/assignment/assignment.response';
import Box from '@mui/material/Box';
import { Link } from 'react-router-dom';
import { workWords } from '../../../shared/text/work-words.texts';
import { texts } from '../settings.texts';
import { MODE_ICONS } from './mode-icon';

interface Props {
  teams: readonly TeamWaitingResponse[];
  openId: string;
}

function TeamTab({ team: { team, mode, waiting }, isOpen }: { team: TeamWaitingResponse; isOpen: boolean }) {
  const Icon = MODE_ICONS[mode];
  return (
    <Box
      component={Link}
      to={`/admin/assignment/${team.id}`}
      replace
      aria-current={isOpen ? 'page' : undefined}
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 1.25,
        minWidth: 0,
        px: 1.5,
        py: 1.25,
        borderRadius: '12px',
        textDecoration: 'none',
        color: 'text.primary',
        bgcolor: isOpen ? 'primary.soft2' : 'background.paper',
        boxShadow: isOpen ? 'none' : 'var(--mui-palette-elevation-panel)',
        '&:hover': { bgcolor: isOpen ? 'primary.soft2' : 'surface.hover' },
      }}
    >
      <Icon sx={{ fontSize: 20, color: isOpen ? 'primary.text' : 'text.secondary' }} />
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Box
          sx={{
            typography: 'subtitle2',
            overflow: 'hidden',
            textOverflow: 'ellipsis',
            whiteSpace: 'nowrap',
            color: isOpen ? 'primary.text' : 'text.primary',
          }}
        >
          {team.name}
        </Box>
        <Box sx={{ typography: 'caption', color: isOpen ? 'primary.text' : 'text.secondary' }}>
          {workWords.mode[mode]}
          {waiting > 0 && (
            <Box component="span" sx={{ color: isOpen ? 'inherit' : 'warning.text', fontWeight: 600 }}>
              {' '}
              · {texts.waiting(waiting)}
            </Box>
          )}
        </Box>
      </Box>
    </Box>
  );
}

/** Every team with how it hands out work and how much waits. */
export function TeamTabs({ teams, openId }: Props) {
  return (
    <Box
      component="nav"
      aria-label={texts.list}
      sx={{
        display: 'grid',
        gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 200px), 1fr))',
        gap: 1,
        mb: 2,
      }}
    >
      {teams.map((team) => (
        <TeamTab key={team.team.id} team={team} isOpen={team.team.id === openId} />
      ))}
    </Box>
  );
}
