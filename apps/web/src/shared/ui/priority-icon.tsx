import { type Priority, priorityRank } from '@baton/domain/tickets/ticket-priority';
import { words } from '../text/words.texts';
import { texts } from './kit.texts';

const BARS = [
  { x: 1.5, height: 4 },
  { x: 6.5, height: 8 },
  { x: 11.5, height: 12 },
];

interface Props {
  priority: Priority;
  size?: number;
  /** The priority stands in text beside it. */
  decorative?: boolean;
}

/** Three rising bars; urgent is a filled square with an exclamation mark. */
export function PriorityIcon({ priority, size = 16, decorative = false }: Props) {
  const name = texts.priority(words.priority[priority]);
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: it has one unless its name stands beside it
    <svg
      viewBox="0 0 16 16"
      {...(decorative ? { 'aria-hidden': true } : { role: 'img', 'aria-label': name })}
      style={{ width: size, height: size, flex: 'none', display: 'block' }}
    >
      {!decorative && <title>{name}</title>}
      {priority === 'urgent' ? (
        <>
          <rect x="1" y="1" width="14" height="14" rx="3" style={{ fill: urgentFill }} />
          <path d="M8 4.2v4.6" stroke="#fff" strokeWidth="1.8" strokeLinecap="round" />
          <circle cx="8" cy="11.7" r="1.1" fill="#fff" />
        </>
      ) : (
        BARS.map(({ x, height }, index) => (
          <rect
            key={x}
            x={x}
            y={14 - height}
            width="3"
            height={height}
            rx="1"
            style={{ fill: index <= priorityRank(priority) ? filled : empty }}
          />
        ))
      )}
    </svg>
  );
}

const urgentFill = 'var(--mui-palette-error-fill)';
const filled = 'var(--mui-palette-text-secondary)';
const empty = 'var(--mui-palette-ghost)';
