import ICAL from 'ical.js';
import { Temporal } from 'temporal-polyfill';
import { isTimeZone } from './calendar.js';
import { IcalError } from './ical-error.js';

/** Ms as if the zone were UTC. */
export const wallClock = ({ year, month, day, hour, minute, second }: ICAL.Time): number =>
  Date.UTC(year, month - 1, day, hour, minute, second);

/** What the wall clock of `timeZone` shows at a time of an event. */
export function localTime(time: ICAL.Time, event: ICAL.Component, property: string, timeZone: string): number {
  const zone = time.isDate ? null : zoneOf(time, event.getFirstProperty(property) ?? event.getFirstProperty('dtstart'));
  if (zone === null) return wallClock(time);
  const at =
    zone === 'described'
      ? time.toUnixTime() * 1000
      : Temporal.PlainDateTime.from(time.toString().replace('Z', '')).toZonedDateTime(zone).epochMilliseconds;
  const there = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);
  return at + there.offsetNanoseconds / 1e6;
}

/** The zone of a time: none when it means the wall clock wherever one is, `described` when the file says its rules. */
function zoneOf(time: ICAL.Time, property: ICAL.Property | null): string | null {
  if (time.zone === ICAL.Timezone.utcTimezone) return 'UTC';
  const name = property?.getFirstParameter('tzid');
  if (!name) return null;
  if (isTimeZone(name)) return name;
  if (time.zone?.tzid === name) return 'described';
  throw new IcalError('unknown_time_zone');
}
