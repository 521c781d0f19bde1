import type { AbsenceDto } from '@baton/contracts/work-profiles/work-profiles.dto';
import type { WorkProfileResponse } from '@baton/contracts/work-profiles/work-profiles.response';
import { workWords } from '../../shared/text/work-words.texts';
import { formatClock, formatDay } from '../../shared/time/format-time';
import { dateOf } from '../../shared/time/zone-day';
import { texts } from './work-profiles.texts';

/** `24 Dec`: a date has no zone. */
const dayWords = (date: string, now: Date) => formatDay(new Date(`${date}T00:00:00Z`), now, 'UTC');

/** Where their days begin and end. */
const zoneOf = ({ hours }: WorkProfileResponse, own: string) => hours?.timeZone ?? own;

const holdsOn = (day: string) => (absence: AbsenceDto) => absence.from <= day && day <= absence.to;

/** Whether somebody is there, and since when: `Away since 15:10`, `Online · off shift now`, `Absent until 24 Dec`. */
export function standingWords(profile: WorkProfileResponse, now: Date, zone: string): string {
  const { availability, availabilitySince, onShift, absent, absences } = profile;
  if (absent) {
    const today = dateOf(now.toISOString(), zoneOf(profile, zone));
    const until = absences.find(holdsOn(today))?.to;
    return until && until > today ? texts.absentUntil(dayWords(until, now)) : texts.absentToday;
  }
  const word = workWords.availability[availability];
  if (availability !== 'online') return texts.since(word, formatClock(new Date(availabilitySince), now, zone));
  return onShift ? word : texts.offShift(word);
}

/** The next absence that has not begun. */
export function absenceAhead(profile: WorkProfileResponse, now: Date, zone: string): string | null {
  const today = dateOf(now.toISOString(), zoneOf(profile, zone));
  const next = profile.absences.find(({ from }) => from > today);
  return next ? texts.absentFrom(dayWords(next.from, now), dayWords(next.to, now)) : null;
}

export function loadWords({ active, capacity }: Pick<WorkProfileResponse, 'active' | 'capacity'>): string {
  if (capacity === 0) return texts.noneByItself(active);
  if (active > capacity) return texts.over(active, capacity);
  return active === capacity ? texts.full(active, capacity) : texts.of(active, capacity);
}
