import type { QueueViewResponse } from '@baton/contracts/queue/queue.response';
import Box from '@mui/material/Box';
import { memo, useEffect, useRef } from 'react';
import { Link } from '../../../shared/ui/link';
import type { Layout } from '../queue-address';
import { texts } from '../views.texts';
import { alarms, countText, viewAddress, viewName } from './view-look';

interface Props {
  views: readonly QueueViewResponse[];
  active: string | null;
  layout: Layout | null;
}

/** The views on phones: one line to swipe through. */
export const ViewChips = memo(function ViewChips({ views, active, layout }: Props) {
  const chip = useRef<HTMLAnchorElement>(null);
  const isThere = views.length > 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another view is another chip to bring into sight
  useEffect(() => {
    chip.current?.scrollIntoView({ inline: 'center', block: 'nearest' });
  }, [active, isThere]);
  return (
    <Box
      component="nav"
      aria-label={texts.views}
      sx={{
        display: 'flex',
        gap: 1,
        flex: 'none',
        overflowX: 'auto',
        // Kept free until the views are there, so that nothing below moves.
        minHeight: 48,
        px: 2,
        py: 1,
        scrollbarWidth: 'none',
        '@media (pointer: coarse)': { minHeight: 60 },
      }}
    >
      {views.map((view) => {
        const selected = view.key === active;
        return (
          <Box
            key={view.key}
            ref={selected ? chip : undefined}
            component={Link}
            to={viewAddress(view.key, layout)}
            aria-current={selected ? 'page' : undefined}
            sx={{
              display: 'flex',
              alignItems: 'center',
              gap: 0.75,
              flex: 'none',
              maxWidth: 240,
              height: 32,
              px: 1.5,
              borderRadius: '16px',
              textDecoration: 'none',
              whiteSpace: 'nowrap',
              fontWeight: selected ? 600 : 500,
              color: selected ? 'primary.text' : 'text.secondary',
              bgcolor: selected ? 'primary.soft2' : 'surface.neutral',
              '@media (pointer: coarse)': { height: 44, borderRadius: '22px' },
            }}
          >
            <Box component="span" sx={{ overflow: 'hidden', textOverflow: 'ellipsis' }}>
              {viewName(view)}
            </Box>{' '}
            <Box component="span" sx={alarms(view) ? { color: 'error.text' } : undefined}>
              {countText(view.count)}
            </Box>
          </Box>
        );
      })}
    </Box>
  );
});
