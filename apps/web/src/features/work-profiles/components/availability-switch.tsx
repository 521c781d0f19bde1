import { AVAILABILITIES } from '@baton/domain/assignment/facts';
import KeyboardArrowDown from '@mui/icons-material/KeyboardArrowDownOutlined';
import Button from '@mui/material/Button';
import { lazy, Suspense, useState } from 'react';
import { useCommands } from '../../../shared/keyboard/use-commands';
import { workWords } from '../../../shared/text/work-words.texts';
import { AvailabilityDot } from '../../../shared/ui/availability-dot';
import { texts } from '../availability.texts';
import { useMyAvailability } from '../use-my-availability';
import { useLiveAvailability } from '../work-profiles.realtime';

const load = () => import('./availability-menu');
const AvailabilityMenu = lazy(() => load().then((module) => ({ default: module.AvailabilityMenu })));

/** In the header of those who are given tickets. On a phone the choice is in the menu of the account. */
export function AvailabilitySwitch() {
  const { profile, choose } = useMyAvailability();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  useLiveAvailability();
  useCommands(
    texts.title,
    AVAILABILITIES.filter((each) => profile && each !== profile.availability).map((availability) => ({
      label: texts.command[availability],
      run: () => choose(availability),
    })),
  );
  if (!profile) return null;
  const word = workWords.availability[profile.availability];
  return (
    <>
      <Button
        variant="text"
        color="inherit"
        aria-label={texts.button(word)}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onMouseEnter={() => void load()}
        onClick={(event) => setAnchor(event.currentTarget)}
        startIcon={<AvailabilityDot availability={profile.availability} />}
        endIcon={<KeyboardArrowDown />}
        sx={{ display: { xs: 'none', md: 'inline-flex' }, color: 'text.secondary' }}
      >
        {word}
      </Button>
      {anchor && (
        <Suspense fallback={null}>
          <AvailabilityMenu anchor={anchor} onClose={() => setAnchor(null)} />
        </Suspense>
      )}
    </>
  );
}
