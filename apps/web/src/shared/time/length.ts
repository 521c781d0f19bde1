const UNITS = { d: 1440, h: 60, m: 1 } as const;
const PART = /(\d+(?:[.,]\d+)?)\s*([dhm])[a-z]*/g;

/** `30m`, `4h`, `1.5h`, `2d 4h`, `1h30` and `90` in minutes; null when it is no length of time. A day has 24 hours. */
export function readLength(typed: string): number | null {
  const text = typed.trim().toLowerCase();
  if (/^\d+$/.test(text)) return Number(text);
  // The last number needs no unit after hours: 1h30.
  const whole = text.replace(/(h[a-z]*\s*)(\d+)$/, '$1$2m');
  if (whole === '' || whole.replace(PART, '').trim() !== '') return null;
  const minutes = [...whole.matchAll(PART)].reduce(
    (sum, [, count, unit]) => sum + Number(count!.replace(',', '.')) * UNITS[unit as keyof typeof UNITS],
    0,
  );
  return Number.isInteger(minutes) ? minutes : null;
}

/** Working time in hours and minutes, however long: `52h 30m`. A day of work is not the same everywhere. */
export const writeLength = (minutes: number): string => {
  const [hours, rest] = [Math.floor(minutes / UNITS.h), Math.round(minutes % UNITS.h)];
  return [hours > 0 && `${hours}h`, (rest > 0 || hours === 0) && `${rest}m`].filter(Boolean).join(' ');
};
