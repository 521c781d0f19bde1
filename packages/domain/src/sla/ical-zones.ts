import ICAL from 'ical.js';

/** Ten zones with summer and winter time. */
const MAX_ZONE_RULES = 20;
const ZONE_RULE_PARTS = ['BYMONTH', 'BYDAY', 'BYMONTHDAY'];
const FIRST_ZONE_YEAR = 1600;

/**
 * The library follows a zone's rules itself, from their first year on, and never comes back from one that nothing
 * satisfies unless it is a plain yearly one, as real zones have. Others are as good as not described.
 */
export function dropEndlessZones(calendar: ICAL.Component): void {
  let rules = 0;
  for (const zone of [...calendar.getAllSubcomponents('vtimezone')]) {
    const parts = zone.getAllSubcomponents().filter((part) => part.hasProperty('rrule'));
    rules += parts.flatMap((part) => part.getAllProperties('rrule')).length;
    if (rules > MAX_ZONE_RULES || !parts.every(isPlainYearly)) calendar.removeSubcomponent(zone);
  }
}

function isPlainYearly(part: ICAL.Component): boolean {
  const begins = part.getFirstPropertyValue('dtstart');
  const isPlain = ({ freq, parts }: ICAL.Recur) =>
    freq === 'YEARLY' && Object.keys(parts).every((name) => ZONE_RULE_PARTS.includes(name));
  return (
    begins instanceof ICAL.Time &&
    begins.year >= FIRST_ZONE_YEAR &&
    part.getAllProperties('rrule').every((rule) => isPlain(rule.getFirstValue() as ICAL.Recur))
  );
}
