import type { Calendar } from '@baton/domain/sla/calendar';
import { Instant, Line, Nested, NestedList, OpeningHours, Optional, Text } from '../http/fields.js';
import { LIMITS } from '../http/limits.js';

/** A day, or hours of one, on which nobody works. What makes sense is for the calendar's own rules to say. */
export class HolidayDto {
  /** `2026-12-24` */
  @Text(10, 1)
  date: string;

  /** `14:00`; without both the whole day. */
  @Optional()
  @Text(5)
  from?: string;

  @Optional()
  @Text(5)
  to?: string;

  @Optional()
  @Line(LIMITS.nameMax)
  name?: string;
}

/** When work is done: `windows` by weekday, an end before its start runs into the next day, all day is `["00:00","24:00"]`. */
export class CalendarDto {
  /** IANA name. */
  @Line(60)
  timeZone: string;

  @OpeningHours()
  windows: Calendar['windows'];

  @Optional()
  @NestedList(() => HolidayDto, LIMITS.holidaysMax)
  holidays?: HolidayDto[];
}

export class CreateCalendarDto {
  @Line(LIMITS.nameMax)
  name: string;

  @Nested(() => CalendarDto)
  calendar: CalendarDto;
}

export class UpdateCalendarDto {
  @Optional()
  @Line(LIMITS.nameMax)
  name?: string;

  /** Replaces the whole of it, as a new version. */
  @Optional()
  @Nested(() => CalendarDto)
  calendar?: CalendarDto;
}

export class ImportHolidaysDto {
  /** The text of an iCalendar file. */
  @Text(LIMITS.icalMax, 1)
  ical: string;

  /** In which zone its times without one are meant. */
  @Line(60)
  timeZone: string;

  /** From this day on; absent: today. */
  @Optional()
  @Text(10, 10)
  from?: string;

  /** Up to this day, included; absent: two years after `from`. */
  @Optional()
  @Text(10, 10)
  to?: string;
}

export class PauseDto {
  @Instant()
  from: string;

  @Instant()
  to: string;
}
