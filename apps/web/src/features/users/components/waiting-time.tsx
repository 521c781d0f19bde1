import Box from '@mui/material/Box';
import { useNow } from '../../../shared/time/use-now';
import { RelativeTime } from '../../../shared/ui/relative-time';

/** From here on a wait is worth a colour. */
const LONG_MS = 3 * 3_600_000;

export function WaitingTime({ since }: { since: string }) {
  const isLong = useNow().getTime() - Date.parse(since) >= LONG_MS;
  return (
    <Box component="span" sx={{ color: isLong ? 'warning.text' : 'text.secondary', fontWeight: isLong ? 600 : 400 }}>
      <RelativeTime at={since} />
    </Box>
  );
}
