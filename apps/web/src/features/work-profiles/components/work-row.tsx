import type { WorkProfileResponse } from '@baton/contracts/work-profiles/work-profiles.response';
import Edit from '@mui/icons-material/EditOutlined';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import MuiLink from '@mui/material/Link';
import { Link } from 'react-router-dom';
import { weekWords } from '../../../shared/text/week-words';
import { useNow } from '../../../shared/time/use-now';
import { useTimeZone } from '../../../shared/time/use-time-zone';
import { PersonStanding } from '../../../shared/ui/availability-dot';
import { LoadBar } from '../../../shared/ui/load-bar';
import { SkillChip } from '../../../shared/ui/skill-chip';
import type { NamedSkill } from '../../../shared/ui/skill-levels-field';
import { absenceAhead, loadWords, standingWords } from '../standing-words';
import { texts } from '../work-profiles.texts';

const SHOWN = 4;

/** Person, load, skills, hours, pencil; below each other where there is no room. */
export const rowGrid = {
  display: 'grid',
  alignItems: { xs: 'start', lg: 'center' },
  columnGap: 2.5,
  rowGap: 1,
  gridTemplateColumns: {
    xs: 'minmax(0, 1fr) auto',
    lg: 'minmax(190px, 1.1fr) 130px minmax(0, 1.7fr) minmax(0, 1fr) 36px',
  },
  gridTemplateAreas: {
    xs: '"person edit" "load load" "skills skills" "hours hours"',
    lg: '"person load skills hours edit"',
  },
} as const;

export const addressOfWork = (userId: string) => `/admin/people/${userId}`;

function Person({ profile }: { profile: WorkProfileResponse }) {
  const zone = useTimeZone();
  const now = useNow();
  const { person, availability, absent } = profile;
  return (
    <Box sx={{ gridArea: 'person', display: 'flex', alignItems: 'center', gap: 1.5, minWidth: 0 }}>
      <PersonStanding person={person} size={36} availability={absent ? 'offline' : availability} />
      <Box sx={{ minWidth: 0 }}>
        <MuiLink
          component={Link}
          to={addressOfWork(person.id)}
          sx={{ typography: 'subtitle2', color: 'text.primary', overflowWrap: 'anywhere' }}
        >
          {person.name}
        </MuiLink>
        <Box sx={{ typography: 'caption', color: 'text.secondary' }}>{standingWords(profile, now, zone)}</Box>
      </Box>
    </Box>
  );
}

function Load({ profile }: { profile: WorkProfileResponse }) {
  const over = profile.capacity > 0 && profile.active > profile.capacity;
  return (
    <Box sx={{ gridArea: 'load', minWidth: 0 }}>
      <Box
        sx={{
          mb: 0.5,
          typography: 'caption',
          fontVariantNumeric: 'tabular-nums',
          fontWeight: over ? 600 : 400,
          color: over ? 'error.text' : 'text.secondary',
        }}
      >
        {loadWords(profile)}
      </Box>
      <LoadBar active={profile.active} capacity={profile.capacity} />
    </Box>
  );
}

function Skills({ profile, names }: { profile: WorkProfileResponse; names: ReadonlyMap<string, string> }) {
  const known = profile.skills.filter(({ skillId }) => names.has(skillId)).sort((a, b) => b.level - a.level);
  return (
    <Box sx={{ gridArea: 'skills', display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 0.5, minWidth: 0 }}>
      {known.slice(0, SHOWN).map(({ skillId, level }) => (
        <SkillChip key={skillId} name={names.get(skillId) ?? ''} level={level} />
      ))}
      {known.length > SHOWN && (
        <Box component="span" sx={{ typography: 'caption', color: 'text.tertiary' }}>
          {texts.more(known.length - SHOWN)}
        </Box>
      )}
      {known.length === 0 && (
        <Box component="span" sx={{ typography: 'caption', color: 'text.tertiary' }}>
          {texts.noSkills}
        </Box>
      )}
    </Box>
  );
}

function Hours({ profile }: { profile: WorkProfileResponse }) {
  const zone = useTimeZone();
  const ahead = absenceAhead(profile, useNow(), zone);
  const { hours } = profile;
  return (
    <Box sx={{ gridArea: 'hours', minWidth: 0, typography: 'caption', color: 'text.secondary' }}>
      <div>{hours ? weekWords(hours.windows) : texts.always}</div>
      {hours && hours.timeZone !== zone && (
        <Box sx={{ color: 'text.tertiary', overflowWrap: 'anywhere' }}>{hours.timeZone.replaceAll('_', ' ')}</Box>
      )}
      {ahead && <Box sx={{ color: 'text.tertiary' }}>{ahead}</Box>}
    </Box>
  );
}

/** One person: whether they are there, what they hold, what they can do, and when. */
export function WorkRow({ profile, skills }: { profile: WorkProfileResponse; skills: readonly NamedSkill[] }) {
  const { person } = profile;
  const names = new Map(skills.map(({ id, name }) => [id, name]));
  return (
    <Box
      component="li"
      sx={{
        ...rowGrid,
        minHeight: 72,
        px: 2.5,
        py: 1.25,
        '& + &': { borderTop: '1px solid', borderColor: 'divider' },
      }}
    >
      <Person profile={profile} />
      <Load profile={profile} />
      <Skills profile={profile} names={names} />
      <Hours profile={profile} />
      <Box sx={{ gridArea: 'edit', justifySelf: 'end' }}>
        <IconButton component={Link} to={addressOfWork(person.id)} aria-label={texts.edit(person.name)}>
          <Edit sx={{ fontSize: 18 }} />
        </IconButton>
      </Box>
    </Box>
  );
}
