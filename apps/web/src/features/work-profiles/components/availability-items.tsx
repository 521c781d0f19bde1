import { AVAILABILITIES } from '@baton/domain/assignment/facts';
import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import { workWords } from '../../../shared/text/work-words.texts';
import { AvailabilityDot } from '../../../shared/ui/availability-dot';
import { texts } from '../availability.texts';
import { useMyAvailability } from '../use-my-availability';

/** The choices, for a menu. Nothing until it is known which one holds. */
export function AvailabilityItems({ onChosen }: { onChosen: () => void }) {
  const { profile, choose } = useMyAvailability();
  if (!profile) return null;
  return AVAILABILITIES.map((availability) => (
    <MenuItem
      key={availability}
      role="menuitemradio"
      aria-checked={profile.availability === availability}
      selected={profile.availability === availability}
      onClick={() => {
        if (profile.availability !== availability || profile.availabilitySource === 'presence') choose(availability);
        onChosen();
      }}
      sx={{ alignItems: 'flex-start', whiteSpace: 'normal' }}
    >
      <Box component="span" sx={{ display: 'grid', placeItems: 'center', width: 20, height: 20, flex: 'none' }}>
        <AvailabilityDot availability={availability} />
      </Box>
      <span>
        {workWords.availability[availability]}
        <Box component="span" sx={{ display: 'block', typography: 'caption', color: 'text.secondary' }}>
          {texts.says[availability]}
        </Box>
      </span>
    </MenuItem>
  ));
}

/** What else decides whether one is given tickets. */
export function AvailabilityNote() {
  const { profile } = useMyAvailability();
  if (!profile) return null;
  const { absent, onShift, active, capacity } = profile;
  const says = absent ? texts.absent : onShift ? texts.load(active, capacity) : texts.offShift;
  return (
    <Box
      component="li"
      role="presentation"
      sx={{ px: 1.25, pt: 0.75, pb: 1, typography: 'caption', color: 'text.tertiary' }}
    >
      {says}
    </Box>
  );
}
