import type { SearchHitResponse } from '@baton/contracts/search/search.response';
import Box from '@mui/material/Box';
import type { ComponentProps } from 'react';
import { Link } from '../../../shared/ui/link';
import { RelativeTime } from '../../../shared/ui/relative-time';
import { SoftChip } from '../../../shared/ui/soft-chip';
import { StatusIcon } from '../../../shared/ui/status-icon';
import { texts } from '../search.texts';
import { Marked } from './marked';

const ellipsis = { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' } as const;
const twoLines = {
  display: '-webkit-box',
  WebkitBoxOrient: 'vertical',
  WebkitLineClamp: 2,
  overflow: 'hidden',
  overflowWrap: 'anywhere',
} as const;

interface Props {
  hit: SearchHitResponse;
  /** To spread on the link: fetches the ticket ahead. */
  intent?: Partial<ComponentProps<typeof Link>>;
}

/** A ticket and the place that matches best. A match in the subject is shown in the subject. */
export function HitRow({ hit: { ticket, matchedIn, snippet }, intent }: Props) {
  const inSubject = matchedIn === 'subject';
  return (
    <Box
      component={Link}
      to={`/tickets/${ticket.number}`}
      data-hit
      {...intent}
      sx={{
        display: 'block',
        px: { xs: 1.5, md: 2 },
        py: 1.5,
        borderRadius: '8px',
        color: 'text.primary',
        textDecoration: 'none',
        '&:hover': { bgcolor: 'surface.hover' },
      }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
        <StatusIcon status={ticket.status} />
        <Box component="span" sx={{ flex: 1, minWidth: 0, typography: 'subtitle2', ...ellipsis }}>
          {inSubject ? <Marked text={snippet} /> : ticket.subject}
        </Box>
        <Box component="span" sx={{ typography: 'caption', color: 'text.tertiary', whiteSpace: 'nowrap' }}>
          <RelativeTime at={ticket.updatedAt} />
        </Box>
      </Box>
      {!inSubject && (
        <Box sx={{ mt: 0.5, typography: 'body2', color: 'text.secondary', ...twoLines }}>
          <Marked text={snippet} />
        </Box>
      )}
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, mt: 0.75 }}>
        <Box
          component="span"
          sx={{ flex: 1, minWidth: 0, typography: 'caption', color: 'text.secondary', ...ellipsis }}
        >
          {ticket.number} · {ticket.requester.name}
        </Box>
        <SoftChip small label={texts.inPlace[matchedIn]} tone={matchedIn === 'note' ? 'note' : 'neutral'} />
      </Box>
    </Box>
  );
}
