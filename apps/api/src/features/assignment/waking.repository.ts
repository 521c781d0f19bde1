import type { Trigger } from '@baton/contracts/assignment/assignment.response';
import type { Actor } from '@baton/domain/permissions/actor';
import { Injectable } from '@nestjs/common';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';

/** Which teams may have something to give out now. */
export interface Wake {
  trigger: Trigger;
  /** The team whose pool the ticket is in, if it is. */
  ticketId?: string;
  /** The teams of whoever holds that ticket: they have less to do now. */
  holder?: boolean;
  /** The teams these people are in. */
  personIds?: readonly string[];
  teamIds?: readonly string[];
  /** Every team with something in its pool. */
  all?: boolean;
}

/** Teams that give out by hand stay asleep, and so do those with nothing to give: `best_match` alone also moves tickets. */
const WAKE = `
WITH ticket AS (
  SELECT team_id, assignee_id, assignee_id IS NULL AND status IN ('new', 'open') AS is_in_pool
  FROM tickets WHERE tenant_id = $1 AND id = $2
), person AS (
  SELECT unnest($4::uuid[]) AS id UNION SELECT assignee_id FROM ticket WHERE $3::boolean
)
SELECT graphile_worker.add_job('assign_team', json_build_object('tenantId', t.tenant_id, 'teamId', t.id, 'trigger', $7::text),
  job_key => 'assign:' || t.id || ':' || $7::text, priority => -10)
FROM teams t
WHERE t.tenant_id = $1 AND t.mode <> 'manual' AND (
  $6::boolean OR t.id = ANY($5) OR t.id IN (SELECT team_id FROM ticket WHERE is_in_pool)
  OR t.id IN (SELECT m.team_id FROM team_members m JOIN person p ON p.id = m.user_id WHERE m.tenant_id = $1)
) AND (t.mode = 'best_match' AND NOT $6::boolean OR EXISTS (
  SELECT FROM tickets k WHERE k.tenant_id = t.tenant_id AND k.team_id = t.id AND k.assignee_id IS NULL AND k.status IN ('new', 'open')
))`;

/** Has teams served soon: one waiting job each for whatever woke them, however often it does. */
@Injectable()
export class WakingRepository {
  constructor(private readonly transaction: TenantTransaction) {}

  /** Within the open transaction: no commit, no waking. */
  async wake({ tenantId }: Actor, { trigger, ticketId, holder, personIds, teamIds, all }: Wake): Promise<void> {
    const which = [ticketId ?? null, holder ?? false, personIds ?? [], teamIds ?? [], all ?? false];
    await this.transaction.query(WAKE, [tenantId, ...which, trigger]);
  }
}
