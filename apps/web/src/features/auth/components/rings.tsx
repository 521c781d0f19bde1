import type { CSSProperties, ReactNode } from 'react';

const RINGS = Array.from({ length: 14 }, (_, index) => 52 + 56 * index);
/** The ring the story runs along. */
const STORY = 388;

const topRight: CSSProperties = { position: 'absolute', right: 0, top: 0, overflow: 'visible' };

const Drawing = ({ children }: { children: ReactNode }) => (
  <svg aria-hidden="true" focusable="false" fill="none" stroke="#fff" width="1" height="1" style={topRight}>
    {children}
  </svg>
);

/** Rings around a point of the right edge. */
export function Rings({ centerY = 346 }: { centerY?: number }) {
  return (
    <Drawing>
      {RINGS.map((radius) => (
        <circle
          key={radius}
          cx="1"
          cy={centerY}
          r={radius}
          strokeOpacity={radius === STORY ? 0.45 : 0.18}
          strokeWidth="1.25"
        />
      ))}
    </Drawing>
  );
}

/** The way from the question to the answer, along its ring. */
export function StoryLine() {
  return (
    <Drawing>
      <path d="M-357 196 A 388 388 0 0 0 -357 497" strokeWidth="4" />
    </Drawing>
  );
}
