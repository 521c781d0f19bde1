const RINGS = Array.from({ length: 14 }, (_, index) => 52 + 56 * index);
/** The ring the story runs along. */
const STORY = 388;

/** Rings around the right edge, 346 px below the top: one request, passed on. */
export function Rings({ story, centerY = 346 }: { story: boolean; centerY?: number }) {
  return (
    <svg
      aria-hidden="true"
      focusable="false"
      fill="none"
      stroke="#fff"
      style={{ position: 'absolute', right: 0, top: 0, overflow: 'visible' }}
      width="1"
      height="1"
    >
      {RINGS.map((radius) => (
        <circle
          key={radius}
          cx="1"
          cy={centerY}
          r={radius}
          strokeOpacity={radius === STORY ? 0.4 : 0.16}
          strokeWidth="1.25"
        />
      ))}
      {story && (
        <path d="M-371 240 A 388 388 0 0 0 -371 452" transform={`translate(0 ${centerY - 346})`} strokeWidth="4" />
      )}
    </svg>
  );
}
