import type { Trigger } from '@baton/contracts/assignment/assignment.response';
import type { Actor } from '@baton/domain/permissions/actor';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { DUE_CHANNEL } from '../../platform/database/system.queries.js';
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

/**
 * Teams that give out by hand stay asleep. Where every team is meant, so do those with nothing to give; where one is, what
 * it can give may be just about to be committed by somebody else.
 */
const WAKE = `
WITH ticket AS (
  SELECT team_id, assignee_id, assignee_id IS NULL AND status IN ('new', 'open') AS is_in_pool
  FROM tickets WHERE tenant_id = $1 AND id = $2
), person AS (
  SELECT unnest($4::uuid[]) AS id UNION SELECT assignee_id FROM ticket WHERE $3::boolean
), woken AS (
  INSERT INTO assignment_wakes (tenant_id, team_id, trigger, at)
  SELECT t.tenant_id, t.id, $7, $8 FROM teams t
  WHERE t.tenant_id = $1 AND t.mode <> 'manual' AND (
    $6::boolean OR t.id = ANY($5) OR t.id IN (SELECT team_id FROM ticket WHERE is_in_pool)
    OR t.id IN (SELECT m.team_id FROM team_members m JOIN person p ON p.id = m.user_id WHERE m.tenant_id = $1)
  ) AND (NOT $6::boolean OR EXISTS (
    SELECT FROM tickets k WHERE k.tenant_id = t.tenant_id AND k.team_id = t.id AND k.assignee_id IS NULL AND k.status IN ('new', 'open')
  ))
  RETURNING 1
)
SELECT pg_notify('${DUE_CHANNEL}', 'wakes_due') FROM woken LIMIT 1`;

/** Decisions of one team are made one after another, whichever process makes them. */
const turnOf = (team: string) => `hashtextextended('assignment:' || ${team}, 0)`;

/** All that wait for the same thing are one. What somebody else serves at the moment is left to them. */
const TAKE = `
WITH next AS (
  SELECT team_id, trigger FROM (
    SELECT team_id, trigger, min(at) FROM assignment_wakes WHERE tenant_id = $1 AND at <= $2 GROUP BY 1, 2 ORDER BY 3 OFFSET 0
  ) woken WHERE pg_try_advisory_xact_lock(${turnOf('team_id')}) LIMIT 1
), taken AS (
  DELETE FROM assignment_wakes w USING next
  WHERE w.tenant_id = $1 AND w.team_id = next.team_id AND w.trigger = next.trigger AND w.at <= $2
)
SELECT team_id AS "teamId", trigger FROM next`;

const AGAIN = 'INSERT INTO assignment_wakes (tenant_id, team_id, trigger, at) VALUES ($1, $2, $3, $4)';

const PUT_OFF = `
WITH put_off AS (DELETE FROM assignment_wakes WHERE tenant_id = $1 AND team_id = $2 AND trigger = $3)
${AGAIN}`;

/** A team to be served, and what woke it. */
export interface TeamWake {
  teamId: string;
  trigger: Trigger;
}

/** Has teams served, in the order in which they were woken, by whichever process is there first. */
@Injectable()
export class WakingRepository {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly clock: Clock,
  ) {}

  /** Within the open transaction: no commit, no waking. */
  wake({ tenantId }: { tenantId: string }, { trigger, ticketId, holder, personIds, teamIds, all }: Wake): void {
    const which = [ticketId ?? null, holder ?? false, personIds ?? [], teamIds ?? [], all ?? false];
    this.transaction.send(WAKE, [tenantId, ...which, trigger, this.clock.now()]);
  }

  /** Whose turn it is; nobody else serves that team before the open transaction ends. */
  async take({ tenantId }: Actor): Promise<TeamWake | null> {
    const [next] = await this.transaction.query<TeamWake>(TAKE, [tenantId, this.clock.now()]);
    return next ?? null;
  }

  /** Waits until nobody decides for the team, and has nobody do so before the open transaction ends. */
  async takeTurn(teamId: string): Promise<void> {
    await this.transaction.query(`SELECT pg_advisory_xact_lock(${turnOf('$1')})`, [teamId]);
  }

  /** The team is not done. */
  again({ tenantId }: Actor, { teamId, trigger }: TeamWake, inMs: number): void {
    this.transaction.send(AGAIN, [tenantId, teamId, trigger, this.inMs(inMs)]);
  }

  /** Serving it failed: the others come first for a while. */
  putOff({ tenantId }: Actor, { teamId, trigger }: TeamWake, byMs: number): void {
    this.transaction.send(PUT_OFF, [tenantId, teamId, trigger, this.inMs(byMs)]);
  }

  private inMs(ms: number): Date {
    return new Date(this.clock.now().getTime() + ms);
  }
}
