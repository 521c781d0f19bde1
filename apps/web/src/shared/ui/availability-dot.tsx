import type { Availability } from '@baton/domain/assignment/facts';
import Box from '@mui/material/Box';
import type { ComponentProps } from 'react';
import { PersonAvatar } from './person-avatar';

/** Who is there is full, who is not is hollow: colour is not all that tells them apart. */
const LOOKS = {
  online: { bgcolor: 'success.main', borderColor: 'success.main' },
  away: { bgcolor: 'background.paper', borderColor: 'warning.main' },
  offline: { bgcolor: 'background.paper', borderColor: 'outline.control' },
} as const;

/** Whether somebody is there. The word stands beside it. */
export function AvailabilityDot({ availability, size = 10 }: { availability: Availability; size?: number }) {
  return (
    <Box
      component="span"
      aria-hidden="true"
      sx={{
        flex: 'none',
        display: 'inline-block',
        width: size,
        height: size,
        borderRadius: '50%',
        border: `${size > 8 ? 2.5 : 2}px solid`,
        ...LOOKS[availability],
      }}
    />
  );
}

interface Props extends ComponentProps<typeof PersonAvatar> {
  availability: Availability | undefined;
}

/** Somebody's picture with a dot at its corner, cut out of it so that it is seen on every hue. */
export function PersonStanding({ availability, size = 24, ...avatar }: Props) {
  const dot = size >= 32 ? 10 : 8;
  if (!availability) return <PersonAvatar {...avatar} size={size} />;
  const hole = `radial-gradient(circle ${dot / 2 + 2}px at calc(100% - ${dot / 2}px) calc(100% - ${dot / 2}px), transparent 98%, #000)`;
  return (
    <Box component="span" sx={{ position: 'relative', display: 'inline-grid', flex: 'none' }}>
      <Box component="span" sx={{ display: 'inline-grid', maskImage: hole }}>
        <PersonAvatar {...avatar} size={size} />
      </Box>
      <Box component="span" sx={{ position: 'absolute', right: 0, bottom: 0, display: 'grid' }}>
        <AvailabilityDot availability={availability} size={dot} />
      </Box>
    </Box>
  );
}
