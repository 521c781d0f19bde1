import type { TicketStatus } from '@baton/domain/tickets/ticket-status';
import Block from '@mui/icons-material/BlockOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { type ReactNode, useId } from 'react';
import { words } from '../../../shared/text/words.texts';
import { STATUS_LOOKS, StatusIcon } from '../../../shared/ui/status-icon';
import { countText } from '../components/view-look';
import { texts } from './board.texts';

/** What a card in hand may do here: `target` it is over and may be let go. */
export type ColumnState = 'idle' | 'legal' | 'target' | 'refused';

interface Props {
  status: TicketStatus;
  name: string;
  count: number | undefined;
  state: ColumnState;
  /** Why the card in hand may not come here. */
  reason?: string;
  hasMore: boolean;
  onMore: () => void;
  children: ReactNode;
}

const ground: Record<ColumnState, object> = {
  idle: { bgcolor: 'surface.neutral' },
  legal: { bgcolor: 'surface.neutral' },
  target: { bgcolor: 'primary.soft', boxShadow: 'inset 0 0 0 2px var(--mui-palette-primary-main)' },
  refused: { bgcolor: 'surface.neutral', '& .cards': { opacity: 0.45 } },
};

function DropPlace({ status }: { status: TicketStatus }) {
  const { Icon } = STATUS_LOOKS[status];
  return (
    <Box
      sx={{
        display: 'flex',
        alignItems: 'center',
        justifyContent: 'center',
        flex: 'none',
        gap: 1,
        height: 48,
        border: '1px dashed',
        borderColor: 'primary.main',
        borderRadius: '8px',
        color: 'primary.text',
        fontWeight: 600,
      }}
    >
      <Icon sx={{ fontSize: 16 }} />
      {texts.moveTo(words.status[status])}
    </Box>
  );
}

/** One status of the board. While a card is in hand, it tells whether the card may come, and if not, why. */
export function BoardColumn({ status, name, count, state, reason, hasMore, onMore, children }: Props) {
  const titleId = useId();
  return (
    <Box
      component="section"
      aria-labelledby={titleId}
      data-column={status}
      sx={[
        {
          display: 'flex',
          flexDirection: 'column',
          flex: { xs: '0 0 min(300px, 82vw)', md: '1 0 216px' },
          minWidth: 0,
          borderRadius: '12px',
          scrollSnapAlign: 'center',
          transition: 'background-color 120ms',
          ...ground[state],
        },
        // In the dark, what is nearer is lighter.
        (theme) => (state === 'target' ? {} : theme.applyStyles('dark', { bgcolor: 'background.paper' })),
      ]}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', flex: 'none', gap: 1, height: 44, px: 1.5 }}>
        <StatusIcon status={status} decorative />
        <Box component="h2" id={titleId} sx={{ m: 0, typography: 'h6' }}>
          {name}
        </Box>
        <Box component="span" sx={{ color: 'text.secondary', fontVariantNumeric: 'tabular-nums' }}>
          {countText(count)}
        </Box>
        {reason && (
          <Box
            sx={{
              display: 'flex',
              alignItems: 'center',
              gap: 0.5,
              ml: 'auto',
              typography: 'caption',
              color: 'text.secondary',
            }}
          >
            <Block sx={{ fontSize: 14 }} />
            {reason}
          </Box>
        )}
      </Box>
      <Box
        className="cards"
        sx={{
          display: 'flex',
          flexDirection: 'column',
          flex: 1,
          gap: 1,
          minHeight: 0,
          px: 1,
          pb: 1,
          overflowY: 'auto',
          scrollbarWidth: 'thin',
        }}
      >
        {state === 'target' && <DropPlace status={status} />}
        {children}
        {hasMore && (
          <Button variant="text" size="small" onClick={onMore} sx={{ flex: 'none' }}>
            {texts.more}
          </Button>
        )}
      </Box>
    </Box>
  );
}
