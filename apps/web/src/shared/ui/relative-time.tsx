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
  /** In a list, which would work out dozens of exact times: only while somebody points at it. */
  inList?: boolean;
}

const clear = ({ currentTarget }: PointerEvent<HTMLElement>) => currentTarget.removeAttribute('title');

/** A time as people say it, and as its title the exact one. */
export function RelativeTime({ at, format = 'age', inList = false }: Props) {
  const now = useNow();
  const zone = useTimeZone();
  const date = new Date(at);
  const tell = ({ currentTarget }: PointerEvent<HTMLElement>) => {
    currentTarget.title = formatFull(date, zone);
  };
  const title = inList ? { onPointerEnter: tell, onPointerLeave: clear } : { title: formatFull(date, zone) };
  return (
    <time dateTime={at} style={LOOK} {...title}>
      {FORMATS[format](date, now, zone)}
    </time>
  );
}
