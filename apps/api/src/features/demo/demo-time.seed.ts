const MINUTE_MS = 60_000;
const OPENS = 8;
const CLOSES = 18;

const MINUTES = { m: 1, h: 60 } as const;

/** `40m`, `2h`, `1h30m` → minutes. @throws on anything else */
export function parseMinutes(text: string): number {
  const match = /^(?:(\d+)h)?(?:(\d+)m)?$/.exec(text);
  if (!match || text === '') throw new Error(`Not a duration: ${text}`);
  return Number(match[1] ?? 0) * MINUTES.h + Number(match[2] ?? 0) * MINUTES.m;
}

export const addMinutes = (at: Date, minutes: number): Date => new Date(at.getTime() + minutes * MINUTE_MS);

const isWorkday = (day: Date): boolean => day.getDay() !== 0 && day.getDay() !== 6;

function atHour(day: Date, hours: number, minutes = 0): Date {
  const at = new Date(day);
  at.setHours(hours, minutes, 0, 0);
  return at;
}

/** The `count`th working day before today, at a time of this machine's zone: where the demo's office is. */
export function workdaysBefore(now: Date, count: number, hours: number, minutes: number): Date {
  const day = atHour(now, 0);
  for (let left = count; left > 0; ) {
    day.setDate(day.getDate() - 1);
    if (isWorkday(day)) left -= 1;
  }
  return atHour(day, hours, minutes);
}

/** Minutes of office hours later: what is asked in the evening is answered in the morning. */
export function addOfficeMinutes(from: Date, minutes: number): Date {
  let at = from;
  for (let left = minutes; ; ) {
    const closing = atHour(at, CLOSES);
    if (!isWorkday(at) || at >= closing) {
      // The next day's opening: hour 24 is the midnight between.
      at = atHour(at, 24 + OPENS);
      continue;
    }
    const opening = atHour(at, OPENS);
    if (at < opening) at = opening;
    const room = (closing.getTime() - at.getTime()) / MINUTE_MS;
    if (left <= room) return addMinutes(at, left);
    left -= room;
    at = closing;
  }
}
