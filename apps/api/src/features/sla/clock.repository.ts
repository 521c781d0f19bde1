import type { Actor } from '@baton/domain/permissions/actor';
import type { KeptClock } from '@baton/domain/sla/clock-upkeep';
import type { SlaMetric } from '@baton/domain/sla/policy';
import { Injectable } from '@nestjs/common';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';

interface ClockRow {
  ticketId: string;
  metric: SlaMetric;
  cycle: number;
  policyId: string | null;
  policyName: string;
  targetMinutes: number;
  warnings: number[];
  calendarId: string;
  calendarVersion: number;
  startedAt: Date;
  dueAt: Date | null;
  metAt: Date | null;
  cancelledAt: Date | null;
  breachedAt: Date | null;
  said: number;
  nextAt: Date | null;
}

const OF = `
SELECT ticket_id AS "ticketId", metric, cycle, policy_id AS "policyId", policy_name AS "policyName",
  target_minutes AS "targetMinutes", warnings, calendar_id AS "calendarId", calendar_version AS "calendarVersion",
  started_at AS "startedAt", due_at AS "dueAt", met_at AS "metAt", cancelled_at AS "cancelledAt",
  breached_at AS "breachedAt", said, next_at AS "nextAt"
FROM sla_clocks WHERE tenant_id = $1 AND ticket_id = ANY($2)`;

const COLUMNS = {
  policy_id: 'uuid',
  policy_name: 'text',
  target_minutes: 'int',
  warnings: 'int[]',
  calendar_id: 'uuid',
  calendar_version: 'int',
  started_at: 'timestamptz',
  due_at: 'timestamptz',
  met_at: 'timestamptz',
  cancelled_at: 'timestamptz',
  breached_at: 'timestamptz',
  said: 'int',
  next_at: 'timestamptz',
};
const names = Object.keys(COLUMNS);
const given = Object.entries(COLUMNS).map(([name, type]) => `${name} ${type}`);

const SAVE = `
INSERT INTO sla_clocks (tenant_id, ticket_id, metric, cycle, ${names.join(', ')})
SELECT $1, ticket_id, metric, cycle, ${names.join(', ')}
FROM jsonb_to_recordset($2::jsonb) AS c(ticket_id uuid, metric text, cycle int, ${given.join(', ')})
ON CONFLICT (tenant_id, ticket_id, metric, cycle) DO UPDATE SET ${names.map((name) => `${name} = excluded.${name}`).join(', ')}`;

/** The only writer of clocks; whoever writes holds their tickets' locks. */
@Injectable()
export class ClockRepository {
  constructor(private readonly transaction: TenantTransaction) {}

  /** By ticket, in one statement. */
  async of({ tenantId }: Actor, ticketIds: readonly string[]): Promise<Map<string, KeptClock[]>> {
    const rows = await this.transaction.query<ClockRow>(OF, [tenantId, ticketIds]);
    const clocks = new Map<string, KeptClock[]>();
    for (const row of rows) clocks.set(row.ticketId, [...(clocks.get(row.ticketId) ?? []), kept(row)]);
    return clocks;
  }

  /** Of any number of tickets, in one statement. */
  save({ tenantId }: Actor, clocks: readonly (KeptClock & { ticketId: string })[]): void {
    if (clocks.length > 0) this.transaction.send(SAVE, [tenantId, JSON.stringify(clocks.map(stored))]);
  }
}

const ms = (at: Date | null): number | null => at?.getTime() ?? null;
const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

function kept(row: ClockRow): KeptClock {
  const { metric, cycle, policyId, policyName, targetMinutes, warnings, calendarId, calendarVersion, said } = row;
  return {
    ...{ metric, cycle, said },
    startedAt: row.startedAt.getTime(),
    terms: policyId === null ? null : { policyId, policyName, targetMinutes, calendarId, calendarVersion, warnings },
    dueAt: ms(row.dueAt),
    metAt: ms(row.metAt),
    cancelledAt: ms(row.cancelledAt),
    breachedAt: ms(row.breachedAt),
    nextAt: ms(row.nextAt),
  };
}

const stored = (clock: KeptClock & { ticketId: string }) => ({
  ticket_id: clock.ticketId,
  metric: clock.metric,
  cycle: clock.cycle,
  policy_id: clock.terms?.policyId ?? null,
  policy_name: clock.terms?.policyName ?? null,
  target_minutes: clock.terms?.targetMinutes ?? null,
  warnings: clock.terms?.warnings ?? null,
  calendar_id: clock.terms?.calendarId ?? null,
  calendar_version: clock.terms?.calendarVersion ?? null,
  started_at: iso(clock.startedAt),
  due_at: iso(clock.dueAt),
  met_at: iso(clock.metAt),
  cancelled_at: iso(clock.cancelledAt),
  breached_at: iso(clock.breachedAt),
  said: clock.said,
  next_at: iso(clock.nextAt),
});
