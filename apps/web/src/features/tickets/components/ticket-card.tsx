import type { TicketSummaryResponse } from '@baton/contracts/tickets/tickets.response';
import MoreHoriz from '@mui/icons-material/MoreHorizOutlined';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import { memo, type PointerEvent, type ReactNode } from 'react';
import { Link } from '../../../shared/ui/link';
import { MenuButton } from '../../../shared/ui/menu-button';
import { PriorityIcon } from '../../../shared/ui/priority-icon';
import { RelativeTime } from '../../../shared/ui/relative-time';
import { SlaChip } from '../../../shared/ui/sla-chip';
import { STATUS_LOOKS } from '../../../shared/ui/status-icon';
import { shortNumber } from '../short-number';
import type { Move } from '../ticket-moves';
import { texts } from '../tickets.texts';
import { usePrefetchTicket } from '../use-prefetch-ticket';
import { moveName } from './move-buttons';
import { Assignee } from './ticket-row';

const ellipsis = { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' } as const;
const twoLines = {
  display: '-webkit-box',
  WebkitLineClamp: 2,
  WebkitBoxOrient: 'vertical',
  overflow: 'hidden',
} as const;

interface Props {
  ticket: TicketSummaryResponse;
  to: string;
  moves: readonly Move[];
  onMove: (ticket: TicketSummaryResponse, move: Move) => void;
  onGrab: (ticket: TicketSummaryResponse, event: PointerEvent<HTMLElement>) => void;
  /** `away`: in hand, so that only its place is here. `moving`: on its way to the server. */
  state: 'here' | 'away' | 'moving';
}

function Moves({ ticket, moves, onMove }: Pick<Props, 'ticket' | 'moves' | 'onMove'>) {
  return (
    <MenuButton
      label={texts.moveTicket(ticket.number)}
      options={moves.map((move) => {
        const { Icon, color } = STATUS_LOOKS[move.to];
        return { value: move.to, label: moveName(move), icon: <Icon sx={{ fontSize: 18, color }} /> };
      })}
      onChoose={(to) => {
        const move = moves.find((each) => each.to === to);
        if (move) onMove(ticket, move);
      }}
    >
      {(trigger) => (
        <IconButton
          {...trigger}
          data-moves
          size="small"
          aria-label={texts.moveTicket(ticket.number)}
          title={texts.moveTicket(ticket.number)}
          onPointerDown={(event) => event.stopPropagation()}
          className="moves"
          sx={{
            position: 'absolute',
            zIndex: 1,
            top: 4,
            right: 4,
            '@media (pointer: coarse)': { position: 'static', width: 44, height: 44, my: -1.25, mr: -1.25 },
          }}
        >
          <MoreHoriz sx={{ fontSize: 18 }} />
        </IconButton>
      )}
    </MenuButton>
  );
}

/** What a card says, also while it is in hand. */
export function CardFace({ ticket, to, end }: { ticket: TicketSummaryResponse; to: string; end?: ReactNode }) {
  const prefetch = usePrefetchTicket(ticket);
  return (
    <>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, typography: 'caption', color: 'text.secondary' }}>
        <PriorityIcon priority={ticket.priority} />
        <Box component="span" sx={{ flex: 1, fontVariantNumeric: 'tabular-nums' }}>
          {shortNumber(ticket.number)}
        </Box>
        <Box component="span" className="age" sx={{ color: 'text.tertiary' }}>
          <RelativeTime inList at={ticket.updatedAt} />
        </Box>
        {end}
      </Box>
      <Box
        component={Link}
        to={to}
        {...prefetch}
        draggable={false}
        sx={{
          ...twoLines,
          my: 0.5,
          color: 'text.primary',
          textDecoration: 'none',
          '&::after': { content: '""', position: 'absolute', inset: 0, borderRadius: '8px' },
          '&:focus-visible': { outline: 'none', boxShadow: 'none' },
          '&:focus-visible::after': { outline: '2px solid', outlineColor: 'primary.main' },
        }}
      >
        {ticket.subject}
      </Box>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, typography: 'caption', color: 'text.secondary' }}>
        <Box component="span" sx={{ flex: 1, minWidth: 0, ...ellipsis }}>
          {ticket.requester.name}
        </Box>
        {ticket.sla && <SlaChip sla={ticket.sla} />}
        <Assignee person={ticket.assignee} />
      </Box>
    </>
  );
}

export const cardLook = {
  position: 'relative',
  flex: 'none',
  px: 1.5,
  py: 1.25,
  borderRadius: '8px',
  bgcolor: 'background.paper',
  boxShadow: 'var(--mui-palette-elevation-panel)',
  // In the dark, what is nearer is lighter.
  '[data-theme="dark"] &': { bgcolor: 'surface.hover' },
} as const;

/** A ticket on the board: dragged, or moved by its menu. The subject's link covers the whole card. */
export const TicketCard = memo(function TicketCard({ ticket, to, moves, onMove, onGrab, state }: Props) {
  const movable = moves.length > 0 && state === 'here';
  return (
    <Box
      data-card={ticket.id}
      onPointerDown={movable ? (event: PointerEvent<HTMLElement>) => onGrab(ticket, event) : undefined}
      sx={{
        ...cardLook,
        cursor: movable ? 'grab' : undefined,
        visibility: state === 'away' ? 'hidden' : undefined,
        opacity: state === 'moving' ? 0.7 : undefined,
        userSelect: 'none',
        WebkitTouchCallout: 'none',
        contentVisibility: 'auto',
        containIntrinsicSize: 'auto 100px',
        '&:hover': { boxShadow: 'var(--mui-palette-elevation-composer)' },
        // The menu takes the place of the age while somebody is about to use it.
        '@media (pointer: fine)': {
          '& .moves': { opacity: 0 },
          '&:hover .moves, &:focus-within .moves, & .moves[aria-expanded="true"]': { opacity: 1 },
          '&:has(.moves):hover .age, &:has(.moves):focus-within .age, &:has(.moves[aria-expanded="true"]) .age': {
            visibility: 'hidden',
          },
        },
      }}
    >
      <CardFace ticket={ticket} to={to} end={movable && <Moves ticket={ticket} moves={moves} onMove={onMove} />} />
    </Box>
  );
});
