import type { SkillLevelDto } from '@baton/contracts/skills/skills.dto';
import type { AvailabilitySource } from '@baton/contracts/work-profiles/work-profiles.response';
import type { Availability } from '@baton/domain/assignment/facts';
import type { Actor } from '@baton/domain/permissions/actor';
import type { Role } from '@baton/domain/permissions/roles';
import { type Absence, GONE_AFTER_MS, isAbsent, type WorkingHours } from '@baton/domain/work-profiles/working-time';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';

/** A person's working data as stored, with what they hold now. */
export interface WorkProfile {
  id: string;
  name: string;
  role: Role;
  avatarKey: string | null;
  /** Their own; hours may have another. */
  timeZone: string;
  teamIds: string[];
  skills: SkillLevelDto[];
  capacity: number;
  hours: WorkingHours | null;
  /** Not over yet, the nearest first. */
  absences: Absence[];
  availability: Availability;
  availabilitySource: AvailabilitySource;
  availabilitySince: Date;
  lastAssignedAt: Date | null;
  active: number;
}

export const GONE_AFTER = `interval '${GONE_AFTER_MS} milliseconds'`;
/** Over the alias `p`. Sockets live by the machine's clock, which nobody moves. */
export const IS_GONE = `(p.availability = 'online' AND p.seen_at < now() - ${GONE_AFTER})`;
/** Nobody is given work on the strength of a browser that was closed, whether or not that was already noticed. */
export const AVAILABILITY = `(CASE WHEN ${IS_GONE} THEN 'offline' ELSE p.availability END)`;
export const AVAILABILITY_SOURCE = `(CASE WHEN ${IS_GONE} THEN 'presence' ELSE p.availability_source END)`;

/** What counts towards somebody's capacity, over the alias `t` of tickets: not what waits for its requester. */
export const IS_ACTIVE_WORK = `t.status IN ('new', 'open', 'in_progress')`;

const WORKS = `u.status = 'approved' AND u.role IN ('coordinator', 'admin') AND NOT u.invitation_pending`;

const SELECT = `
SELECT p.user_id AS id, u.name, u.role, u.avatar_key AS "avatarKey", u.time_zone AS "timeZone", p.capacity, p.hours,
  ${AVAILABILITY} AS availability, ${AVAILABILITY_SOURCE} AS "availabilitySource",
  CASE WHEN ${IS_GONE} THEN p.seen_at ELSE p.availability_since END AS "availabilitySince", p.last_assigned_at AS "lastAssignedAt",
  ARRAY(SELECT m.team_id FROM team_members m WHERE m.tenant_id = p.tenant_id AND m.user_id = p.user_id ORDER BY m.team_id) AS "teamIds",
  coalesce((
    SELECT json_agg(json_build_object('skillId', s.id, 'level', k.level) ORDER BY lower(s.name), s.id)
    FROM user_skills k JOIN skills s ON s.tenant_id = k.tenant_id AND s.id = k.skill_id
    WHERE k.tenant_id = p.tenant_id AND k.user_id = p.user_id
  ), '[]') AS skills,
  coalesce((
    SELECT json_agg(json_build_object('from', a.from_date, 'to', a.to_date) ORDER BY a.from_date, a.to_date)
    FROM absences a WHERE a.tenant_id = p.tenant_id AND a.user_id = p.user_id AND a.to_date >= $3::timestamptz::date - 1
  ), '[]') AS absences,
  (SELECT count(*)::int FROM tickets t
   WHERE t.tenant_id = p.tenant_id AND t.assignee_id = p.user_id AND ${IS_ACTIVE_WORK}) AS active
FROM work_profiles p JOIN users u ON u.tenant_id = p.tenant_id AND u.id = p.user_id AND ${WORKS}
WHERE p.tenant_id = $1 AND ($2::uuid[] IS NULL OR p.user_id = ANY($2)) ORDER BY lower(u.name), u.id`;

/** In the order in which everybody takes them. */
const HOLD = `
SELECT p.user_id AS id FROM work_profiles p JOIN users u ON u.tenant_id = p.tenant_id AND u.id = p.user_id AND ${WORKS}
WHERE p.tenant_id = $1 AND EXISTS (
  SELECT FROM team_members m WHERE m.tenant_id = p.tenant_id AND m.team_id = $2 AND m.user_id = p.user_id
)
ORDER BY p.user_id FOR NO KEY UPDATE OF p FOR SHARE OF u`;

const LOAD = `
SELECT p.capacity, (SELECT count(*)::int FROM tickets t
  WHERE t.tenant_id = p.tenant_id AND t.assignee_id = p.user_id AND ${IS_ACTIVE_WORK}) AS active
FROM work_profiles p WHERE p.tenant_id = $1 AND p.user_id = $2`;

const AROUND = `
SELECT u.time_zone AS "timeZone", p.hours, p.availability <> 'online' AND p.availability_source = 'manual' AS "isChosen",
  ${AVAILABILITY} AS availability,
  coalesce((SELECT mode <> 'manual' FROM teams WHERE tenant_id = $1 AND id = $3), false) AS "isGivenAnew",
  coalesce((
    SELECT json_agg(json_build_object('from', a.from_date, 'to', a.to_date))
    FROM absences a WHERE a.tenant_id = p.tenant_id AND a.user_id = p.user_id
  ), '[]') AS absences
FROM work_profiles p JOIN users u ON u.tenant_id = p.tenant_id AND u.id = p.user_id AND ${WORKS}
WHERE p.tenant_id = $1 AND p.user_id = $2`;

interface AroundRow extends Pick<WorkProfile, 'timeZone' | 'hours' | 'availability' | 'absences'> {
  isChosen: boolean;
  isGivenAnew: boolean;
}

@Injectable()
export class WorkProfileQueries {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly clock: Clock,
  ) {}

  /** Of everybody who may work, or of those among these, by name. */
  list(actor: Actor, ids: readonly string[] | null = null): Promise<WorkProfile[]> {
    return this.transaction.read(actor, () =>
      this.transaction.query<WorkProfile>(SELECT, [actor.tenantId, ids, this.clock.now()]),
    );
  }

  /** Null for who does not work on the desk now. */
  async of(actor: Actor, userId: string): Promise<WorkProfile | null> {
    const [profile] = await this.list(actor, [userId]);
    return profile ?? null;
  }

  /**
   * Ids of a team's people who may work. Until the transaction ends nobody else gives them anything, and nothing about
   * them changes that would make it wrong to.
   */
  async holdTeam(actor: Actor, teamId: string): Promise<string[]> {
    const rows = await this.transaction.query<{ id: string }>(HOLD, [actor.tenantId, teamId]);
    return rows.map(({ id }) => id);
  }

  async load(actor: Actor, userId: string): Promise<{ active: number; capacity: number } | null> {
    const [row] = await this.transaction.query<{ active: number; capacity: number }>(LOAD, [actor.tenantId, userId]);
    return row ?? null;
  }

  /**
   * Is somebody there to go on with a ticket of the team? Not whoever chose to be away or offline; whoever merely
   * closed Baton keeps it, unless the team gives it to somebody else by itself.
   */
  async isAround(actor: Actor, userId: string, teamId: string | null): Promise<boolean> {
    const [row] = await this.transaction.query<AroundRow>(AROUND, [actor.tenantId, userId, teamId]);
    if (!row || isAbsent(row.absences, zoneOf(row), this.clock.now().getTime())) return false;
    return row.availability === 'online' || !(row.isChosen || row.isGivenAnew);
  }
}

/** By which clock somebody's days begin. */
export const zoneOf = ({ hours, timeZone }: Pick<WorkProfile, 'hours' | 'timeZone'>): string =>
  hours?.timeZone ?? timeZone;
