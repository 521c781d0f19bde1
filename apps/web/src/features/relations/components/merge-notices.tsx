import type { TicketResponse } from '@baton/contracts/tickets/tickets.response';
import CallMerge from '@mui/icons-material/CallMergeOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { ReactNode } from 'react';
import { Link } from '../../../shared/ui/link';
import { useUnmerge } from '../relations.queries';
import { texts } from '../relations.texts';

function Notice({ title, text, children }: { title: string; text?: string; children: ReactNode }) {
  return (
    <Box
      role="status"
      sx={{
        display: 'flex',
        alignItems: 'center',
        flexWrap: 'wrap',
        gap: 1,
        flex: 'none',
        mx: { xs: 1, md: 3 },
        mb: 1,
        px: 1.5,
        py: 1,
        borderRadius: '8px',
        bgcolor: 'info.soft',
        color: 'info.text',
      }}
    >
      <CallMerge />
      <Box sx={{ flex: '1 1 220px', minWidth: 0 }}>
        <Box component="span" sx={{ fontWeight: 600 }}>
          {title}
        </Box>
        {text && <Box sx={{ typography: 'caption' }}>{text}</Box>}
      </Box>
      {children}
    </Box>
  );
}

interface Props {
  ticket: TicketResponse;
  /** Below which address tickets open. */
  base: string;
  /** The number by which one came here, when that ticket is merged into this one. */
  cameFrom?: string;
}

/** On a merged ticket where it went on; on the other one which number led here. */
export function MergeNotices({ ticket, base, cameFrom }: Props) {
  const unmerge = useUnmerge();
  const into = ticket.mergedInto;
  if (into) {
    return (
      <Notice title={texts.mergedBanner(into.number)} text={texts.mergedBannerText(into.number)}>
        {ticket.can.unmerge && (
          <Button size="small" loading={unmerge.isPending} onClick={() => unmerge.mutate(ticket)}>
            {texts.unmerge}
          </Button>
        )}
        <Button size="small" variant="tonal" component={Link} to={`${base}/${into.number}`}>
          {texts.goThere(into.number)}
        </Button>
      </Notice>
    );
  }
  // Only the desk is told which tickets are merged into this one.
  const isHere = !ticket.can.relate || ticket.mergedFrom.some(({ number }) => number === cameFrom);
  if (!cameFrom || !isHere) return null;
  return (
    <Notice title={texts.cameFrom(cameFrom)}>
      <Button size="small" component={Link} to={`${base}/${cameFrom}`} state={{ stay: true }}>
        {texts.showIt(cameFrom)}
      </Button>
    </Notice>
  );
}
