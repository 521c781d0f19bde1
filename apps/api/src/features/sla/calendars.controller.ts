import type {
  CalendarListResponse,
  CalendarResponse,
  ImportedHolidaysResponse,
} from '@baton/contracts/sla/calendar.response';
import { slaEndpoints as endpoints } from '@baton/contracts/sla/sla.endpoints';
import { Controller } from '@nestjs/common';
import type { Call } from '../../platform/http/call.js';
import { Route } from '../../platform/http/route.decorator.js';
import { CalendarsService } from './calendars.service.js';

@Controller()
export class CalendarsController {
  constructor(private readonly calendars: CalendarsService) {}

  @Route(endpoints.calendars)
  list({ actor }: Call<typeof endpoints.calendars>): Promise<CalendarListResponse> {
    return this.calendars.list(actor);
  }

  @Route(endpoints.createCalendar)
  create({ actor, body }: Call<typeof endpoints.createCalendar>): Promise<CalendarResponse> {
    return this.calendars.create(actor, body);
  }

  @Route(endpoints.updateCalendar)
  update({ actor, params, body }: Call<typeof endpoints.updateCalendar>): Promise<CalendarResponse> {
    return this.calendars.update(actor, params.id, body);
  }

  @Route(endpoints.deleteCalendar)
  remove({ actor, params }: Call<typeof endpoints.deleteCalendar>): Promise<void> {
    return this.calendars.remove(actor, params.id);
  }

  @Route(endpoints.importHolidays)
  async importHolidays({ body }: Call<typeof endpoints.importHolidays>): Promise<ImportedHolidaysResponse> {
    return this.calendars.importHolidays(body);
  }
}
