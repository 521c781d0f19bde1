import type { AvailabilitySource } from '@baton/contracts/work-profiles/work-profiles.response';
import type { Availability } from '@baton/domain/assignment/facts';
import type { Actor } from '@baton/domain/permissions/actor';
import type { Absence, WorkingHours } from '@baton/domain/work-profiles/working-time';
import { Injectable } from '@nestjs/common';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import { AVAILABILITY, AVAILABILITY_SOURCE, GONE_AFTER, IS_GONE } from './work-profile.queries.js';

/** As it counts now, beside what the row says. */
export interface AvailabilityRow {
  availability: Availability;
  source: AvailabilitySource;
}

interface Settings {
  capacity: number;
  hours: WorkingHours | null;
}

const LOCK_AVAILABILITY = `
SELECT ${AVAILABILITY} AS availability, ${AVAILABILITY_SOURCE} AS source
FROM work_profiles p WHERE p.tenant_id = $1 AND p.user_id = $2 FOR NO KEY UPDATE`;

/** A choice made where Baton is open nowhere is not undone by that it is not. */
const CHOOSE = `
UPDATE work_profiles SET availability = $3, availability_source = $4, availability_since = $5,
  seen_at = CASE WHEN seen_at >= now() - ${GONE_AFTER} THEN seen_at END
WHERE tenant_id = $1 AND user_id = $2`;

const SEEN = 'UPDATE work_profiles SET seen_at = now() WHERE tenant_id = $1 AND user_id = ANY($2)';

const GO = `
UPDATE work_profiles p SET availability = 'offline', availability_source = 'presence', availability_since = p.seen_at
WHERE p.tenant_id = $1 AND ${IS_GONE} RETURNING p.user_id AS id`;

/** The only writer of working data. */
@Injectable()
export class WorkProfileRepository {
  constructor(private readonly transaction: TenantTransaction) {}

  /** @returns null for who has none */
  async lockAvailability(actor: Actor, userId: string): Promise<AvailabilityRow | null> {
    const [row] = await this.transaction.query<AvailabilityRow>(LOCK_AVAILABILITY, [actor.tenantId, userId]);
    return row ?? null;
  }

  /** @returns null for who has none */
  async lockSettings(actor: Actor, userId: string): Promise<Settings | null> {
    const [row] = await this.transaction.query<Settings>(
      'SELECT capacity, hours FROM work_profiles WHERE tenant_id = $1 AND user_id = $2 FOR NO KEY UPDATE',
      [actor.tenantId, userId],
    );
    return row ?? null;
  }

  async setAvailability(actor: Actor, userId: string, { availability, source }: AvailabilityRow, since: Date) {
    await this.transaction.query(CHOOSE, [actor.tenantId, userId, availability, source, since]);
  }

  /** They have Baton open. */
  async noteSeen(actor: Pick<Actor, 'tenantId'>, userIds: readonly string[]): Promise<void> {
    await this.transaction.query(SEEN, [actor.tenantId, userIds]);
  }

  /** Makes those offline who were not seen for a while. @returns their ids */
  async goOffline(actor: Actor): Promise<string[]> {
    const rows = await this.transaction.query<{ id: string }>(GO, [actor.tenantId]);
    return rows.map(({ id }) => id);
  }

  async update(actor: Actor, userId: string, { capacity, hours }: Settings) {
    await this.transaction.query(
      'UPDATE work_profiles SET capacity = $3, hours = $4 WHERE tenant_id = $1 AND user_id = $2',
      [actor.tenantId, userId, capacity, hours && JSON.stringify(hours)],
    );
  }

  async absencesOf(actor: Actor, userId: string): Promise<Absence[]> {
    return this.transaction.query<Absence>(
      `SELECT from_date::text AS "from", to_date::text AS "to" FROM absences
       WHERE tenant_id = $1 AND user_id = $2 ORDER BY from_date, to_date`,
      [actor.tenantId, userId],
    );
  }

  async replaceAbsences(actor: Actor, userId: string, absences: readonly Absence[]): Promise<void> {
    const key = [actor.tenantId, userId];
    await this.transaction.query('DELETE FROM absences WHERE tenant_id = $1 AND user_id = $2', key);
    await this.transaction.query(
      `INSERT INTO absences (tenant_id, user_id, from_date, to_date)
       SELECT $1, $2, "from", "to" FROM unnest($3::date[], $4::date[]) AS wanted ("from", "to") ON CONFLICT DO NOTHING`,
      [...key, absences.map(({ from }) => from), absences.map(({ to }) => to)],
    );
  }
}
