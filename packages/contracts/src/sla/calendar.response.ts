import type { Calendar } from '@baton/domain/sla/calendar';
import { Line, Nested, NestedList, OpeningHours, Uuid, Whole } from '../http/fields.js';
import { LIMITS } from '../http/limits.js';
import { NamedResponse } from '../tickets/tickets.response.js';
import { HolidayDto } from './calendar.dto.js';

export class CalendarContentResponse {
  @Line(60)
  timeZone: string;

  @OpeningHours()
  windows: Calendar['windows'];

  /** By date. */
  @NestedList(() => HolidayDto, LIMITS.holidaysMax)
  holidays: HolidayDto[];
}

export class CalendarResponse {
  @Uuid()
  id: string;

  @Line(LIMITS.nameMax)
  name: string;

  /** Counts the changes of its content from 1. */
  @Whole(1, 2_147_483_647)
  version: number;

  @Nested(() => CalendarContentResponse)
  calendar: CalendarContentResponse;

  /** The policies that count by it; while there are any it cannot be deleted. */
  @NestedList(() => NamedResponse, LIMITS.policiesMax)
  usedBy: NamedResponse[];
}

/** By name. */
export class CalendarListResponse {
  @NestedList(() => CalendarResponse, LIMITS.calendarsMax)
  items: CalendarResponse[];
}

/** What an iCalendar file holds, as holidays of a calendar. Nothing is saved. */
export class ImportedHolidaysResponse {
  @NestedList(() => HolidayDto, LIMITS.holidaysMax)
  holidays: HolidayDto[];
}
