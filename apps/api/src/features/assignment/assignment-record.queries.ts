import type { TeamWaitingResponse, Trigger } from '@baton/contracts/assignment/assignment.response';
import { LIMITS } from '@baton/contracts/http/limits';
import type { AssignmentDecision, WaitingReason } from '@baton/domain/assignment/decision';
import type { DecisionInputs } from '@baton/domain/assignment/decision-record';
import type { Actor } from '@baton/domain/permissions/actor';
import { formatTicketNumber } from '@baton/domain/tickets/ticket-number';
import type { Priority } from '@baton/domain/tickets/ticket-priority';
import type { TicketStatus } from '@baton/domain/tickets/ticket-status';
import { Injectable } from '@nestjs/common';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';

export interface RecordedDecision {
  id: string;
  at: Date;
  trigger: Trigger;
  teamId: string;
  teamName: string;
  inputs: DecisionInputs;
  decision: AssignmentDecision;
}

const OF_TICKET = `
SELECT d.id, r.at, r.trigger, r.team_id AS "teamId", t.name AS "teamName", r.inputs, d.decision
FROM assignment_decisions d JOIN assignment_runs r ON r.tenant_id = d.tenant_id AND r.id = d.run_id
JOIN teams t ON t.tenant_id = r.tenant_id AND t.id = r.team_id
WHERE d.tenant_id = $1 AND d.ticket_id = $2 ORDER BY r.at DESC, d.id DESC LIMIT ${LIMITS.decisionsMax}`;

const WAITING = `
SELECT w.reason, w.since FROM assignment_waits w JOIN teams t ON t.tenant_id = w.tenant_id AND t.id = w.team_id
WHERE w.tenant_id = $1 AND w.ticket_id = $2 AND t.mode <> 'manual'`;

const OVERVIEW = `
SELECT t.id, t.name, t.mode,
  coalesce((
    SELECT json_agg(r ORDER BY r.tickets DESC, r.reason) FROM (
      SELECT w.reason, count(*)::int AS tickets FROM assignment_waits w
      WHERE w.tenant_id = t.tenant_id AND w.team_id = t.id GROUP BY w.reason
    ) r
  ), '[]') AS reasons,
  coalesce((
    SELECT json_agg(l ORDER BY l.since, l.id) FROM (
      SELECT k.id, k.number, k.subject, k.status, k.priority, w.reason, w.since
      FROM assignment_waits w JOIN tickets k ON k.tenant_id = w.tenant_id AND k.id = w.ticket_id
      WHERE w.tenant_id = t.tenant_id AND w.team_id = t.id ORDER BY w.since, k.id LIMIT ${LIMITS.waitingMax}
    ) l
  ), '[]') AS tickets,
  (SELECT ticket_prefix FROM tenants WHERE id = $1) AS prefix
FROM teams t WHERE t.tenant_id = $1 ORDER BY lower(t.name), t.id`;

interface OverviewRow extends Pick<TeamWaitingResponse, 'mode' | 'reasons'> {
  id: string;
  name: string;
  prefix: string;
  tickets: {
    id: string;
    number: number;
    subject: string;
    status: TicketStatus;
    priority: Priority;
    reason: WaitingReason;
    since: string;
  }[];
}

const SKILL_NAMES = 'SELECT id, name FROM skills WHERE tenant_id = $1 AND id = ANY($2)';

/** What was decided and what waits, as stored. */
@Injectable()
export class AssignmentRecords {
  constructor(private readonly transaction: TenantTransaction) {}

  /** The newest first. */
  ofTicket(actor: Actor, ticketId: string): Promise<RecordedDecision[]> {
    return this.transaction.query(OF_TICKET, [actor.tenantId, ticketId]);
  }

  async waiting(actor: Actor, ticketId: string): Promise<{ reason: WaitingReason; since: Date } | null> {
    const [row] = await this.transaction.query<{ reason: WaitingReason; since: Date }>(WAITING, [
      actor.tenantId,
      ticketId,
    ]);
    return row ?? null;
  }

  async byTeam(actor: Actor): Promise<TeamWaitingResponse[]> {
    const rows = await this.transaction.query<OverviewRow>(OVERVIEW, [actor.tenantId]);
    return rows.map(({ id, name, prefix, tickets, ...team }) => ({
      ...team,
      team: { id, name },
      waiting: team.reasons.reduce((sum, reason) => sum + reason.tickets, 0),
      tickets: tickets.map(({ number, since, ...ticket }) => ({
        ...ticket,
        number: formatTicketNumber(prefix, number),
        since: new Date(since).toISOString(),
      })),
    }));
  }

  async skillNames(actor: Actor, ids: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.transaction.query<{ id: string; name: string }>(SKILL_NAMES, [actor.tenantId, ids]);
    return new Map(rows.map(({ id, name }) => [id, name]));
  }
}
