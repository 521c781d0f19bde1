import { useId } from 'react';

/** The hand-off: two overlapping capsules. `plain` is the white tile for coloured ground. */
export function Mark({ size = 32, plain = false }: { size?: number; plain?: boolean }) {
  const gradient = useId();
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" fill="none" aria-hidden="true" focusable="false">
      <defs>
        <linearGradient id={gradient} x1="0" y1="0" x2="1" y2="1">
          <stop stopColor="#667eea" />
          <stop offset="1" stopColor="#764ba2" />
        </linearGradient>
      </defs>
      <rect width="32" height="32" rx="8" fill={plain ? '#fff' : `url(#${gradient})`} />
      <g strokeWidth="4.6" strokeLinecap="round">
        <path d="m7 21.8 7.4-7.7" stroke={plain ? '#a3b1f7' : '#fff'} opacity={plain ? 1 : 0.66} />
        <path d="m17.7 18.2 7.3-7.7" stroke={plain ? '#764ba2' : '#fff'} />
      </g>
    </svg>
  );
}
