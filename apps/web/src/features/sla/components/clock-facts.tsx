import type { ClockResponse } from '@baton/contracts/sla/sla.response';
import type { Priority } from '@baton/domain/tickets/ticket-priority';
import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { words } from '../../../shared/text/words.texts';
import { formatClock, formatLength } from '../../../shared/time/format-time';
import { writeLength } from '../../../shared/time/length';
import { useAtNow } from '../../../shared/time/use-now';
import { countedAt, timeOf } from '../clock-state';
import { workLength } from '../clock-words';
import { texts } from '../sla.texts';

const say = texts.dialog;
const MINUTE = 60_000;

/** `Europe/Berlin` is Berlin to people. */
const placeOf = (zone: string) => zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');

function Fact({ name, strong, children }: { name: string; strong?: boolean; children: ReactNode }) {
  return (
    <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 2, minHeight: 28, alignItems: 'baseline' }}>
      <Box component="dt" sx={{ color: 'text.secondary', flex: 'none' }}>
        {name}
      </Box>
      <Box
        component="dd"
        sx={{ m: 0, textAlign: 'right', fontWeight: strong ? 600 : 400, fontVariantNumeric: 'tabular-nums' }}
      >
        {children}
      </Box>
    </Box>
  );
}

function warningWords(clock: ClockResponse, now: number, zone: string): string {
  const each = clock.warnings.map(({ at, percent }) =>
    at ? say.warningAt(formatClock(new Date(at), new Date(now), zone), percent) : say.warningWaits(percent),
  );
  return each.join(', ') || say.noWarnings;
}

function policyWords({ policyName, targetMinutes, state, metAt }: ClockResponse, priority: Priority): string {
  const target = writeLength(targetMinutes);
  // What is over ran by the priority of its time.
  const isOpen = state === 'running' || state === 'paused' || (state === 'breached' && !metAt);
  return isOpen ? say.policyFor(policyName, words.priority[priority], target) : say.policyIs(policyName, target);
}

interface Props {
  clock: ClockResponse;
  zone: string;
  priority: Priority;
}

/** Totals, and the rules by which they came about. */
export function ClockFacts({ clock, zone, priority }: Props) {
  const counted = useAtNow((now) => workLength(countedAt(clock, now)));
  const paused = useAtNow((now) => timeOf(clock.intervals, 'paused', now));
  const warnings = useAtNow((now) => warningWords(clock, now, zone));
  const { calendar } = clock;
  return (
    <>
      <Box component="dl" sx={{ m: 0, pt: 1.5, borderTop: '1px solid', borderColor: 'divider' }}>
        <Fact name={say.counted} strong>
          {counted}
        </Fact>
        {paused >= MINUTE && <Fact name={say.pausedTotal}>{formatLength(paused)}</Fact>}
        <Fact name={say.warnings}>{warnings}</Fact>
        <Fact name={say.policy}>{policyWords(clock, priority)}</Fact>
        <Fact name={say.calendar}>{say.calendarIs(calendar.name, placeOf(calendar.timeZone), calendar.version)}</Fact>
      </Box>
      {calendar.timeZone !== zone && (
        <Box sx={{ typography: 'caption', color: 'text.tertiary' }}>{say.timesAre(placeOf(zone))}</Box>
      )}
    </>
  );
}
