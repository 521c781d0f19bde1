import { LIMITS } from '@baton/contracts/http/limits';
import type { CreateCalendarDto, ImportHolidaysDto, UpdateCalendarDto } from '@baton/contracts/sla/calendar.dto';
import type {
  CalendarListResponse,
  CalendarResponse,
  ImportedHolidaysResponse,
} from '@baton/contracts/sla/calendar.response';
import type { Actor } from '@baton/domain/permissions/actor';
import { type Calendar, isTimeZone } from '@baton/domain/sla/calendar';
import { CompiledCalendar } from '@baton/domain/sla/compiled-calendar';
import { holidaysFromIcal } from '@baton/domain/sla/ical';
import { IcalError } from '@baton/domain/sla/ical-error';
import { dateOf, dayOf } from '@baton/domain/sla/local-time';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { newId } from '../../platform/database/new-id.js';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import { changesOf } from '../../platform/events/changes-of.js';
import { EventRecorder } from '../../platform/events/event-recorder.js';
import { AppError, notFound } from '../../platform/http/app-error.js';
import { CalendarRepository, type CalendarRow } from './calendar.repository.js';
import { PolicyRepository } from './policy.repository.js';
import { presentCalendar } from './sla.presenter.js';
import { readCalendar, requireHours } from './sla-problems.presenter.js';
import { SlaRulesService } from './sla-rules.service.js';

const TWO_YEARS = 730;

/** When the organization works. */
@Injectable()
export class CalendarsService {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly calendars: CalendarRepository,
    private readonly policies: PolicyRepository,
    private readonly rules: SlaRulesService,
    private readonly events: EventRecorder,
    private readonly clock: Clock,
  ) {}

  list(actor: Actor): Promise<CalendarListResponse> {
    return this.transaction.read(actor, async () => ({
      items: (await this.calendars.list(actor)).map(presentCalendar),
    }));
  }

  /** @throws calendar.name_taken, calendar.too_many, request.invalid */
  create(actor: Actor, { name, calendar }: CreateCalendarDto): Promise<CalendarResponse> {
    const content = readCalendar(calendar, 'calendar');
    return this.transaction.run(actor, async () => {
      await this.rules.lock(actor);
      const others = await this.calendars.list(actor);
      if (others.length >= LIMITS.calendarsMax) throw new AppError('calendar.too_many', { max: LIMITS.calendarsMax });
      requireFreeName(others, name);
      const row: CalendarRow = { id: newId(), name, version: 1, content, usedBy: [] };
      const now = this.clock.now();
      const { tenantId } = actor;
      this.calendars.insert({ tenantId, id: row.id, name, version: 1, createdAt: now, deletedAt: null });
      this.calendars.addVersion(actor, { calendarId: row.id, calendarVersion: 1 }, content, now);
      this.events.record(actor, { type: 'calendar.created', subjectId: row.id, data: { after: { name, content } } });
      return presentCalendar(row);
    });
  }

  /** @throws resource.not_found, calendar.name_taken, request.invalid */
  update(actor: Actor, id: string, { name, calendar }: UpdateCalendarDto): Promise<CalendarResponse> {
    const content = calendar && readCalendar(calendar, 'calendar');
    return this.transaction.run(actor, async () => {
      await this.rules.lock(actor);
      const row = await this.known(actor, id);
      const changes = changesOf<CalendarRow>(row, { ...(name ? { name } : {}), ...(content ? { content } : {}) });
      if (!changes) return presentCalendar(row);
      requireFreeName(
        (await this.calendars.list(actor)).filter((other) => other.id !== id),
        name ?? row.name,
      );
      const version = changes.after.content ? row.version + 1 : row.version;
      this.calendars.change(actor, id, { name: name ?? row.name, version });
      if (changes.after.content) {
        await this.requireHoursIn(actor, id, changes.after.content);
        this.calendars.addVersion(
          actor,
          { calendarId: id, calendarVersion: version },
          changes.after.content,
          this.clock.now(),
        );
        await this.rules.changed(actor);
      }
      this.events.record(actor, { type: 'calendar.changed', subjectId: id, data: { ...changes } });
      return presentCalendar({ ...row, ...changes.after, version });
    });
  }

  /** @throws resource.not_found, calendar.in_use {policies} */
  remove(actor: Actor, id: string): Promise<void> {
    return this.transaction.run(actor, async () => {
      await this.rules.lock(actor);
      const { name, usedBy } = await this.known(actor, id);
      if (usedBy.length > 0) throw new AppError('calendar.in_use', { policies: usedBy });
      this.calendars.change(actor, id, { deletedAt: this.clock.now() });
      this.events.record(actor, { type: 'calendar.deleted', subjectId: id, data: { before: { name } } });
    });
  }

  /** Reads holidays without saving them. @throws ical.unreadable {reason, event}, request.invalid */
  importHolidays({ ical, timeZone, from, to }: ImportHolidaysDto): ImportedHolidaysResponse {
    if (!isTimeZone(timeZone)) throw new AppError('request.invalid', { timeZone: ['must be a time zone'] });
    const range = rangeOf(from ?? this.clock.now().toISOString().slice(0, 10), to);
    try {
      return { holidays: holidaysFromIcal(ical, timeZone, range).slice(0, LIMITS.holidaysMax) };
    } catch (error) {
      if (!(error instanceof IcalError)) throw error;
      throw new AppError('ical.unreadable', { reason: error.code, event: error.event });
    }
  }

  private async requireHoursIn(actor: Actor, id: string, content: Calendar): Promise<void> {
    const promised = (await this.policies.list(actor)).filter(({ calendarId }) => calendarId === id);
    requireHours(promised, new CompiledCalendar(content), this.clock.now());
  }

  private async known(actor: Actor, id: string): Promise<CalendarRow> {
    const row = await this.calendars.find(actor, id);
    if (!row) throw notFound();
    return row;
  }
}

/** @throws request.invalid */
function rangeOf(from: string, until: string | undefined): { from: string; to: string } {
  const first = dayOf(from);
  if (first === null) throw new AppError('request.invalid', { from: ['must be a date such as 2026-01-01'] });
  const to = until ?? dateOf(first + TWO_YEARS);
  const last = dayOf(to);
  if (last === null || last < first) throw new AppError('request.invalid', { to: ['must be a date after from'] });
  return { from, to };
}

function requireFreeName(others: readonly CalendarRow[], name: string): void {
  if (others.some((other) => other.name.toLowerCase() === name.toLowerCase()))
    throw new AppError('calendar.name_taken');
}
