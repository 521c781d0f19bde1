import type { CSSProperties, PointerEvent } from 'react';
import { formatAge, formatAgo, formatClock, formatDay, formatFull } from '../time/format-time';
import { useNow } from '../time/use-now';
import { useTimeZone } from '../time/use-time-zone';

const LOOK: CSSProperties = { whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' };

const FORMATS = { age: formatAge, ago: formatAgo, clock: formatClock, day: formatDay };

interface Props {
  /** ISO 8601. */
  at: string;
  /** `18m` · `18m ago` · `Wed 16:52` · `12 Oct`; each grows older by itself. */
  format?: keyof typeof FORMATS;
}

export function RelativeTime({ at, format = 'age' }: Props) {
  const now = useNow();
  const zone = useTimeZone();
  const date = new Date(at);
  // All of it is for those who point at it; a list would write it dozens of times.
  const tell = ({ currentTarget }: PointerEvent<HTMLElement>) => {
    currentTarget.title = formatFull(date, zone);
  };
  return (
    <time dateTime={at} onPointerEnter={tell} style={LOOK}>
      {FORMATS[format](date, now, zone)}
    </time>
  );
}
