import type { Presence } from '@baton/contracts/realtime/events';
import type { TicketResponse } from '@baton/contracts/tickets/tickets.response';
import ArrowBack from '@mui/icons-material/ArrowBackOutlined';
import Info from '@mui/icons-material/InfoOutlined';
import IconButton from '@mui/material/IconButton';
import { lazy, Suspense } from 'react';
import { words } from '../../../shared/text/words.texts';
import { fixedBox } from '../../../shared/ui/fixed-box';
import { Link } from '../../../shared/ui/link';
import { PriorityIcon } from '../../../shared/ui/priority-icon';
import { RelativeTime } from '../../../shared/ui/relative-time';
import { SoftChip } from '../../../shared/ui/soft-chip';
import { StatusChip } from '../../../shared/ui/status-chip';
import { texts } from '../tickets.texts';
import { MoveButtons, type TicketAction } from './move-buttons';
import { Subject } from './subject';

// Others are known of only once the connection stands.
const Viewers = lazy(() => import('./viewers').then((module) => ({ default: module.Viewers })));

const Head = fixedBox('header', {
  flex: 'none',
  pl: { xs: 1, md: 3 },
  pr: { xs: 1, md: 2 },
  pt: 1.5,
  pb: 1,
  borderBottom: { xs: '1px solid', md: 0 },
  borderColor: { xs: 'divider', md: 'transparent' },
});
const Line = fixedBox('div', { display: 'flex', alignItems: 'center', gap: { xs: 0.5, md: 1 }, minHeight: 36 });
const Back = fixedBox('div', {
  display: 'flex',
  flex: 'none',
  ml: { md: -1 },
  '&[data-only-small]': { display: { md: 'none' } },
});
const About = fixedBox('div', {
  flex: 1,
  minWidth: 0,
  typography: 'caption',
  color: 'text.secondary',
  overflow: 'hidden',
  textOverflow: 'ellipsis',
  whiteSpace: 'nowrap',
});
const Details = fixedBox('div', {
  display: 'flex',
  flex: 'none',
  '&[data-until="lg"]': { display: { lg: 'none' } },
  '&[data-until="xl"]': { display: { xl: 'none' } },
});
const Chips = fixedBox('div', { display: { xs: 'flex', md: 'none' }, gap: 1, mt: 0.75, px: 1 });

interface Props {
  ticket: TicketResponse;
  people: readonly Presence[];
  /** Where the arrow leads; without one there is no arrow. */
  back?: string;
  /** The arrow is only for phones. */
  backOnlySmall?: boolean;
  /** Opens the properties where they are folded away. */
  onDetails: () => void;
  detailsFrom: 'lg' | 'xl';
  onStale: Parameters<typeof Subject>[0]['onStale'];
  /** What else can be done with the ticket. */
  actions?: readonly TicketAction[];
}

/** What the ticket is, who looks at it, and what usually comes next. */
export function TicketHeader({ ticket, people, back, backOnlySmall, onDetails, detailsFrom, onStale, actions }: Props) {
  return (
    <Head>
      <Line>
        {back && (
          <Back data-only-small={backOnlySmall ? '' : undefined}>
            <IconButton component={Link} to={back} aria-label={texts.back}>
              <ArrowBack />
            </IconButton>
          </Back>
        )}
        <About>
          {ticket.number} · {texts.opened} <RelativeTime at={ticket.createdAt} format="clock" />{' '}
          {texts.openedVia[ticket.channel]}
        </About>
        {people.length > 0 && (
          <Suspense fallback={null}>
            <Viewers people={people} />
          </Suspense>
        )}
        <MoveButtons ticket={ticket} actions={actions} />
        <Details data-until={detailsFrom}>
          <IconButton aria-label={texts.details} title={texts.details} onClick={onDetails}>
            <Info />
          </IconButton>
        </Details>
      </Line>
      <Subject key={ticket.id} ticket={ticket} onStale={onStale} />
      <Chips>
        <StatusChip status={ticket.status} />
        <SoftChip
          icon={<PriorityIcon priority={ticket.priority} decorative />}
          label={words.priority[ticket.priority]}
        />
      </Chips>
    </Head>
  );
}
