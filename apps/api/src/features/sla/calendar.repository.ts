import type { Actor } from '@baton/domain/permissions/actor';
import type { Calendar } from '@baton/domain/sla/calendar';
import { Injectable } from '@nestjs/common';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import { CalendarEntity } from './calendar.entity.js';

/** A calendar with its present content and the policies that count by it. */
export interface CalendarRow {
  id: string;
  name: string;
  version: number;
  content: Calendar;
  usedBy: { id: string; name: string }[];
}

const ROWS = `
SELECT c.id, c.name, c.version, v.content, coalesce((
  SELECT json_agg(json_build_object('id', p.id, 'name', p.name) ORDER BY p.position)
  FROM sla_policies p WHERE p.tenant_id = c.tenant_id AND p.calendar_id = c.id
), '[]') AS "usedBy"
FROM calendars c JOIN calendar_versions v ON v.tenant_id = c.tenant_id AND v.calendar_id = c.id AND v.version = c.version
WHERE c.tenant_id = $1 AND c.deleted_at IS NULL`;

const ADD_VERSION = `
INSERT INTO calendar_versions (tenant_id, calendar_id, version, content, created_at) VALUES ($1, $2, $3, $4, $5)`;

const VERSIONS = `
SELECT calendar_id AS "calendarId", version AS "calendarVersion", content FROM calendar_versions
WHERE tenant_id = $1 AND (calendar_id, version) IN (SELECT * FROM unnest($2::uuid[], $3::int[]))`;

/** Which content of a calendar. */
export interface CalendarVersion {
  calendarId: string;
  calendarVersion: number;
}

@Injectable()
export class CalendarRepository {
  constructor(private readonly transaction: TenantTransaction) {}

  list({ tenantId }: Actor): Promise<CalendarRow[]> {
    return this.transaction.query<CalendarRow>(`${ROWS} ORDER BY lower(c.name), c.id`, [tenantId]);
  }

  async find({ tenantId }: Actor, id: string): Promise<CalendarRow | null> {
    const [row] = await this.transaction.query<CalendarRow>(`${ROWS} AND c.id = $2`, [tenantId, id]);
    return row ?? null;
  }

  /** Contents as they were, of deleted calendars too. */
  versions({ tenantId }: Actor, wanted: readonly CalendarVersion[]) {
    return this.transaction.query<CalendarVersion & { content: Calendar }>(VERSIONS, [
      tenantId,
      wanted.map(({ calendarId }) => calendarId),
      wanted.map(({ calendarVersion }) => calendarVersion),
    ]);
  }

  /** By id, of deleted calendars too. */
  async names({ tenantId }: Actor, of: readonly { calendarId: string }[]): Promise<Map<string, string>> {
    const rows = await this.transaction.query<{ id: string; name: string }>(
      'SELECT id, name FROM calendars WHERE tenant_id = $1 AND id = ANY($2)',
      [tenantId, of.map(({ calendarId }) => calendarId)],
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  insert(calendar: CalendarEntity): void {
    this.transaction.insert(CalendarEntity, calendar);
  }

  change({ tenantId }: Actor, id: string, changes: Partial<CalendarEntity>): void {
    this.transaction.update(CalendarEntity, { tenantId, id }, changes);
  }

  addVersion({ tenantId }: Actor, version: CalendarVersion, content: Calendar, at: Date): void {
    const { calendarId, calendarVersion } = version;
    this.transaction.send(ADD_VERSION, [tenantId, calendarId, calendarVersion, JSON.stringify(content), at]);
  }
}
