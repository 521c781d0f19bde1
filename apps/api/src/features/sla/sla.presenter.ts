import type { CalendarResponse } from '@baton/contracts/sla/calendar.response';
import type { IntervalResponse, PolicyResponse } from '@baton/contracts/sla/sla.response';
import type { Interval } from '@baton/domain/sla/clock';
import type { CalendarRow } from './calendar.repository.js';
import type { PolicyRow } from './policy.repository.js';

export const presentCalendar = ({ id, name, version, content, usedBy }: CalendarRow): CalendarResponse => ({
  ...{ id, name, version, usedBy },
  calendar: { ...content, holidays: [...content.holidays] },
});

export const presentPolicy = (policy: PolicyRow): PolicyResponse => ({
  id: policy.id,
  name: policy.name,
  enabled: policy.enabled,
  position: policy.position,
  conditions: policy.conditions,
  calendarId: policy.calendarId,
  calendar: { id: policy.calendarId, name: policy.calendarName },
  targets: policy.targets,
  warnings: policy.warnings,
  escalation: policy.escalation,
});

/** Epoch ms as the wire has instants. */
export const instant = (ms: number): string => new Date(ms).toISOString();
export const instantOrNull = (ms: number | null): string | null => (ms === null ? null : instant(ms));

export const presentInterval = ({ from, to, kind }: Interval): IntervalResponse => ({
  from: instant(from),
  to: instant(to),
  kind,
});
