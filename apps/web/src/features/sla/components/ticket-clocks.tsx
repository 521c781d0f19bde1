import type { ClockResponse } from '@baton/contracts/sla/sla.response';
import type { Priority } from '@baton/domain/tickets/ticket-priority';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import { lazy, type ReactNode, Suspense, useId, useRef, useState } from 'react';
import { useSession } from '../../../shared/access/use-session';
import { Link as RouterLink } from '../../../shared/ui/link';
import { SkeletonRows } from '../../../shared/ui/skeleton-rows';
import { latestClocks } from '../clock-state';
import { useTicketClocks } from '../sla.queries';
import { texts } from '../sla.texts';
import { ClockBlock } from './clock-block';

const ClockDialog = lazy(() => import('./clock-dialog').then((module) => ({ default: module.ClockDialog })));

interface Props {
  ticket: { id: string; version: number; priority: Priority };
}

/** Where there is no clock to show. */
function Instead({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: 1, color: 'text.secondary' }}>
      {children}
      {action}
    </Box>
  );
}

function NoClocks() {
  const { can } = useSession();
  return (
    <Instead
      action={
        can('sla.manage') && (
          <Link component={RouterLink} to="/admin/policies">
            {texts.policies}
          </Link>
        )
      }
    >
      {texts.none}
    </Instead>
  );
}

/** The clock that "Intervals" means: how long until it is done. */
const mainOf = (clocks: readonly ClockResponse[]) => clocks.find(({ metric }) => metric === 'resolution') ?? clocks[0];

/** What was promised on a ticket and how it stands. For those who work on tickets. */
export function TicketClocks({ ticket }: Props) {
  const { data: clocks = [], isPending, isError, refetch } = useTicketClocks(ticket.id, ticket.version);
  const titleId = useId();
  const section = useRef<HTMLElement>(null);
  const [open, setOpen] = useState<Pick<ClockResponse, 'metric' | 'cycle'> | null>(null);
  const main = mainOf(clocks);
  return (
    <Box component="section" ref={section} aria-labelledby={titleId}>
      <Box sx={{ display: 'flex', alignItems: 'center', justifyContent: 'space-between', mb: 0.5 }}>
        <Box component="h2" id={titleId} sx={{ typography: 'h6', m: 0 }}>
          {texts.title}
        </Box>
        {main && (
          <Link
            component="button"
            type="button"
            sx={{ typography: 'caption', fontWeight: 600 }}
            onClick={() => setOpen(main)}
          >
            {texts.intervals}
          </Link>
        )}
      </Box>
      {latestClocks(clocks).map((clock) => (
        <ClockBlock key={clock.metric} clock={clock} onOpen={() => setOpen(clock)} />
      ))}
      {isPending && <SkeletonRows rows={2} height={56} />}
      {!isPending && !isError && clocks.length === 0 && <NoClocks />}
      {isError && clocks.length === 0 && (
        <Instead
          action={
            <Button variant="text" size="small" onClick={() => void refetch()}>
              {texts.again}
            </Button>
          }
        >
          {texts.failed}
        </Instead>
      )}
      <Suspense fallback={null}>
        {open && section.current && (
          <ClockDialog
            anchor={section.current}
            clocks={clocks}
            chosen={open}
            priority={ticket.priority}
            onChoose={setOpen}
            onClose={() => setOpen(null)}
          />
        )}
      </Suspense>
    </Box>
  );
}
