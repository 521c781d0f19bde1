import type { TicketAssignmentResponse } from '@baton/contracts/assignment/assignment.response';
import HourglassEmpty from '@mui/icons-material/HourglassEmptyOutlined';
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { firstName } from '../../../shared/text/first-name';
import { workWords } from '../../../shared/text/work-words.texts';
import { formatClock } from '../../../shared/time/format-time';
import { useNow } from '../../../shared/time/use-now';
import { useTimeZone } from '../../../shared/time/use-time-zone';
import { texts } from '../assignment.texts';

const load = () => import('./why-panel');
const WhyPanel = lazy(() => load().then((module) => ({ default: module.WhyPanel })));

/** What the link asks: only the newest decision can still hold. */
function question({ decisions: [newest] }: TicketAssignmentResponse): string | null {
  if (!newest) return null;
  if (newest.outcome === 'holds' && newest.chosen) return texts.why(firstName(newest.chosen.name));
  return newest.outcome === 'waits' ? texts.whyNobody : texts.history;
}

interface Props {
  assignment: TicketAssignmentResponse;
  /** Gives it to somebody else; closes what it lies in. */
  reassign: (close: () => void) => ReactNode;
}

/** The question beside the assignee. Nothing where Baton never decided. */
export function WhyLink({ assignment, reassign }: Props) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const asks = question(assignment);
  const close = () => setAnchor(null);
  if (asks === null) return null;
  return (
    <>
      <Link
        component="button"
        type="button"
        aria-haspopup="dialog"
        onMouseEnter={() => void load()}
        onClick={(event) => setAnchor(event.currentTarget.closest('dl') ?? event.currentTarget)}
        sx={{ typography: 'caption', fontWeight: 600, whiteSpace: 'nowrap' }}
      >
        {asks}
      </Link>
      {anchor && (
        <Suspense fallback={null}>
          <WhyPanel anchor={anchor} assignment={assignment} reassign={reassign(close)} onClose={close} />
        </Suspense>
      )}
    </>
  );
}

interface NoteProps {
  assignment: TicketAssignmentResponse;
  /** Asks why. */
  link: ReactNode;
}

/** Why it is still in the pool. By hand that is as it should be, and needs no words. */
export function WaitingNote({ assignment: { waiting }, link }: NoteProps) {
  const now = useNow();
  const zone = useTimeZone();
  if (!waiting || waiting.reason === 'manual_mode') return link;
  const at = formatClock(new Date(waiting.since), now, zone);
  return (
    <Box sx={{ display: 'flex', gap: 0.75, typography: 'caption', color: 'warning.text' }}>
      <HourglassEmpty sx={{ fontSize: 14, mt: '1px' }} />
      <Box sx={{ '& > button': { verticalAlign: 'baseline' } }}>
        {texts.waits(workWords.waitingReason[waiting.reason].toLowerCase())}, {texts.since(at)}. {link}
      </Box>
    </Box>
  );
}
