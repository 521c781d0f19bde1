import type { UserActor } from '@baton/domain/permissions/actor';
import { WEEKDAYS } from '@baton/domain/sla/calendar';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import { CalendarsService } from '../sla/calendars.service.js';
import { ClocksService } from '../sla/clocks.service.js';
import { PoliciesService } from '../sla/policies.service.js';

const HOUR = 60;
/** Of ten working hours. */
const DAY = 600;

const TARGETS = {
  urgent: { firstResponse: 30, nextResponse: HOUR, resolution: 4 * HOUR },
  high: { firstResponse: 2 * HOUR, nextResponse: 4 * HOUR, resolution: DAY },
  medium: { firstResponse: 4 * HOUR, nextResponse: 8 * HOUR, resolution: 3 * DAY },
  low: { firstResponse: 8 * HOUR, nextResponse: 2 * DAY, resolution: 5 * DAY },
};

/** Days off in each of the given years; Christmas Eve from two o'clock on. */
const holidaysOf = (years: number[]) =>
  years.flatMap((year) => [
    { date: `${year}-01-01`, name: 'New Year' },
    { date: `${year}-05-01`, name: 'Labour Day' },
    { date: `${year}-12-24`, from: '14:00', to: '24:00', name: 'Christmas Eve' },
    { date: `${year}-12-25`, name: 'Christmas Day' },
    { date: `${year}-12-26`, name: 'Boxing Day' },
  ]);

/** Where the demo's office is: where this machine is, as far as it says. */
function officeZone(): string {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return timeZone === 'UTC' ? 'Europe/Berlin' : timeZone;
}

/** What a demo's organization has promised from its beginning, and how it kept it. */
@Injectable()
export class DemoPromises {
  constructor(
    private readonly clock: Clock,
    private readonly transaction: TenantTransaction,
    private readonly calendars: CalendarsService,
    private readonly policies: PoliciesService,
    private readonly clocks: ClocksService,
  ) {}

  async promise(admin: UserActor): Promise<void> {
    const year = this.clock.now().getFullYear();
    const windows = Object.fromEntries(WEEKDAYS.slice(0, 5).map((day) => [day, [['08:00', '18:00']]]));
    const calendar = { timeZone: officeZone(), windows, holidays: holidaysOf([year, year + 1]) };
    const { id: calendarId } = await this.calendars.create(admin, { name: 'Office hours', calendar });
    const escalation = { notify: ['assignee' as const], raisePriority: false, reassign: false };
    await this.policies.create(admin, { name: 'Standard', calendarId, targets: TARGETS, escalation });
  }

  /** Once everything has happened: the clocks of every ticket as they would stand. */
  async settle({ tenantId }: UserActor): Promise<void> {
    const tickets = await this.transaction.query<{ id: string }>('SELECT id FROM tickets WHERE tenant_id = $1', [
      tenantId,
    ]);
    await this.clocks.catchUp(
      { tenantId },
      tickets.map(({ id }) => id),
    );
  }
}
