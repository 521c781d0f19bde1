import type { Actor } from '@baton/domain/permissions/actor';
import { CompiledCalendar } from '@baton/domain/sla/compiled-calendar';
import { Injectable } from '@nestjs/common';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import { JobQueue } from '../../platform/jobs/job-queue.js';
import { CalendarRepository, type CalendarVersion } from './calendar.repository.js';
import { PolicyRepository, type PolicyRow } from './policy.repository.js';

/** The job that plans all of an organization's running clocks anew. */
export const REPLAN_CLOCKS = 'replan_clocks';

/** What an organization promises now: its enabled policies in order. */
export interface Rules {
  revision: number;
  policies: PolicyRow[];
}

const MAX_KEPT = 1000;

/** The policies and calendars in force, kept in memory until they change. */
@Injectable()
export class SlaRulesService {
  private readonly rules = new Map<string, Rules>();
  private readonly calendars = new Map<string, CompiledCalendar>();

  constructor(
    private readonly transaction: TenantTransaction,
    private readonly policies: PolicyRepository,
    private readonly calendarRepository: CalendarRepository,
    private readonly jobs: JobQueue,
  ) {}

  /** One look at the revision; whoever holds a ticket's lock meanwhile plans by what is in force. */
  async current(actor: Actor): Promise<Rules> {
    const [row] = await this.transaction.query<{ revision: number }>(
      'SELECT sla_revision AS revision FROM tenants WHERE id = $1',
      [actor.tenantId],
    );
    const revision = row?.revision ?? 0;
    const known = this.rules.get(actor.tenantId);
    if (known?.revision === revision) return known;
    const policies = revision === 0 ? [] : await this.policies.list(actor);
    const rules = { revision, policies: policies.filter(({ enabled }) => enabled) };
    keep(this.rules, actor.tenantId, rules);
    return rules;
  }

  /** Calendars to count by, of any version there ever was. @returns a function that knows the wanted ones */
  async compiled(actor: Actor, wanted: readonly CalendarVersion[]): Promise<(of: CalendarVersion) => CompiledCalendar> {
    const found = new Map<string, CompiledCalendar>();
    const missing = new Map<string, CalendarVersion>();
    for (const version of wanted) {
      const known = this.calendars.get(keyOf(version));
      if (known) found.set(keyOf(version), known);
      else missing.set(keyOf(version), version);
    }
    if (missing.size > 0)
      for (const row of await this.calendarRepository.versions(actor, [...missing.values()])) {
        const calendar = new CompiledCalendar(row.content);
        found.set(keyOf(row), calendar);
        keep(this.calendars, keyOf(row), calendar);
      }
    return (of) => found.get(keyOf(of)) as CompiledCalendar;
  }

  /** Policies or calendars are others now: every running clock is planned anew. Within the transaction of the change. */
  async changed({ tenantId }: Actor): Promise<void> {
    this.transaction.send('UPDATE tenants SET sla_revision = sla_revision + 1 WHERE id = $1', [tenantId]);
    await this.jobs.enqueue(REPLAN_CLOCKS, { tenantId }, 25, `${REPLAN_CLOCKS}:${tenantId}`);
  }

  /** Changes of one organization's policies and calendars take turns. */
  async lock({ tenantId }: Actor): Promise<void> {
    await this.transaction.query("SELECT pg_advisory_xact_lock(hashtextextended('sla:' || $1, 0))", [tenantId]);
  }
}

const keyOf = ({ calendarId, calendarVersion }: CalendarVersion): string => `${calendarId} ${calendarVersion}`;

/** The longest unchanged makes room. */
function keep<T>(map: Map<string, T>, key: string, value: T): void {
  map.delete(key);
  map.set(key, value);
  const oldest = map.keys().next().value;
  if (map.size > MAX_KEPT && oldest !== undefined) map.delete(oldest);
}
