import type { Trigger } from '@baton/contracts/assignment/assignment.response';
import type { AssignmentDecision, WaitingReason } from '@baton/domain/assignment/decision';
import type { DecisionInputs } from '@baton/domain/assignment/decision-record';
import type { Actor } from '@baton/domain/permissions/actor';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { newId } from '../../platform/database/new-id.js';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import { WakingRepository } from './waking.repository.js';

/** Decisions made together, and what they were made from. */
export interface Run {
  teamId: string;
  trigger: Trigger;
  inputs: DecisionInputs;
  decisions: readonly AssignmentDecision[];
}

const ADD_RUN = `
INSERT INTO assignment_runs (tenant_id, id, team_id, trigger, at, inputs) VALUES ($1, $2, $3, $4, $5, $6)`;

const ADD_DECISIONS = `
INSERT INTO assignment_decisions (tenant_id, id, run_id, ticket_id, chosen_id, decision)
SELECT $1, d.id, $2, d.ticket_id, d.chosen_id, d.decision
FROM jsonb_to_recordset($3::jsonb) AS d (id uuid, ticket_id uuid, chosen_id uuid, decision jsonb)`;

const REASONS = 'SELECT ticket_id AS "ticketId", reason FROM assignment_waits WHERE tenant_id = $1 AND team_id = $2';

const WAIT = `
INSERT INTO assignment_waits (tenant_id, ticket_id, team_id, reason, since)
SELECT $1, w.ticket_id, $2, w.reason, $3 FROM unnest($4::uuid[], $5::text[]) AS w (ticket_id, reason)
ON CONFLICT (tenant_id, ticket_id) DO UPDATE
SET team_id = EXCLUDED.team_id, reason = EXCLUDED.reason, since = EXCLUDED.since`;

/** What was decided, and which tickets wait because nobody was found. */
@Injectable()
export class AssignmentRepository {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly clock: Clock,
    private readonly waking: WakingRepository,
  ) {}

  async record(actor: Actor, { teamId, trigger, inputs, decisions }: Run): Promise<void> {
    const runId = newId();
    const at = this.clock.now();
    this.transaction.send(ADD_RUN, [actor.tenantId, runId, teamId, trigger, at, JSON.stringify(inputs)]);
    const rows = decisions.map((decision) => ({
      id: newId(),
      ticket_id: decision.ticketId,
      chosen_id: decision.chosen,
      decision,
    }));
    await this.transaction.query(ADD_DECISIONS, [actor.tenantId, runId, JSON.stringify(rows)]);
  }

  /** Why the team's tickets wait, by ticket. */
  async waitingReasons(actor: Actor, teamId: string): Promise<Map<string, WaitingReason>> {
    const rows = await this.transaction.query<{ ticketId: string; reason: WaitingReason }>(REASONS, [
      actor.tenantId,
      teamId,
    ]);
    return new Map(rows.map(({ ticketId, reason }) => [ticketId, reason]));
  }

  /** They wait from now on, each for its reason. A ticket that leaves the pool waits no more by itself. */
  async wait(actor: Actor, teamId: string, waits: readonly { ticketId: string; reason: WaitingReason }[]) {
    const [ids, reasons] = [waits.map(({ ticketId }) => ticketId), waits.map(({ reason }) => reason)];
    await this.transaction.query(WAIT, [actor.tenantId, teamId, this.clock.now(), ids, reasons]);
  }

  /** A team that hands out work by hand has nobody wait for the product: also not what is being decided now. */
  async stopWaiting(actor: Actor, teamId: string): Promise<void> {
    await this.waking.takeTurn(teamId);
    await this.transaction.query('DELETE FROM assignment_waits WHERE tenant_id = $1 AND team_id = $2', [
      actor.tenantId,
      teamId,
    ]);
  }
}
