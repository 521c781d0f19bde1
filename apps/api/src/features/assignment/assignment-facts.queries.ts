import type { Trigger } from '@baton/contracts/assignment/assignment.response';
import type { AssignmentMode } from '@baton/domain/assignment/decision';
import type { ActiveTicket, AssignmentContext, Candidate, Need } from '@baton/domain/assignment/facts';
import { expectedHandling, expectedRemaining } from '@baton/domain/assignment/handling-times';
import { DEFAULT_MODEL } from '@baton/domain/assignment/model';
import type { Actor } from '@baton/domain/permissions/actor';
import { type AskingCategory, neededSkills } from '@baton/domain/skills/needed-skills';
import type { Priority } from '@baton/domain/tickets/ticket-priority';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import { type WorkProfile, WorkProfileQueries } from '../work-profiles/work-profile.queries.js';
import { presenceAt } from '../work-profiles/work-profiles.presenter.js';
import { HandlingTimesQueries, MAX_STRETCH_MINUTES } from './handling-times.queries.js';

/** How far back somebody's work is looked at to be fair. */
const LATELY_MS = 24 * 60 * 60_000;
/** How much of a pool is looked at: of each category, whose tickets the same people can take, what comes first … */
const POOL_MAX = 60;
/** … and what was not looked at yet. */
const NEWS_MAX = 200;

/** Over the alias `t`. */
const QUEUED = `t.id AS "ticketId", t.priority, t.category_id AS "categoryId", t.due_at AS "dueAt", t.created_at AS "createdAt"`;
const IN_POOL = `t.team_id = $2 AND t.assignee_id IS NULL AND t.status IN ('new', 'open')`;

const POOL = `
SELECT ${QUEUED}, past."returnedAt", past."handedBackBy"
FROM tickets t LEFT JOIN LATERAL (
  SELECT max(e.occurred_at) AS "returnedAt", coalesce(array_agg(DISTINCT e.actor_id) FILTER (
    WHERE e.data->>'to' IS NULL AND e.data->'from'->>'id' = e.actor_id::text AND NOT e.data ? 'returned'
  ), '{}') AS "handedBackBy"
  FROM events e WHERE e.tenant_id = t.tenant_id AND e.ticket_id = t.id AND e.type = 'ticket.assigned'
) past ON true
WHERE t.tenant_id = $1 AND ${IN_POOL}`;
const NEXT_OF_POOL = `
WITH pool AS MATERIALIZED (
  SELECT t.id, row_number() OVER (PARTITION BY t.category_id ORDER BY t.priority_rank DESC, t.created_at) AS place, w.ticket_id IS NULL AS is_new
  FROM tickets t LEFT JOIN assignment_waits w ON w.tenant_id = t.tenant_id AND w.ticket_id = t.id
  WHERE t.tenant_id = $1 AND ${IN_POOL}
)
${POOL} AND t.id IN (
  SELECT id FROM pool WHERE place <= ${POOL_MAX} UNION (SELECT id FROM pool WHERE is_new ORDER BY place LIMIT ${NEWS_MAX})
)`;
/** Whoever holds one of them does something to it, and it is none of the pool's for now. */
const HELD_POOL = `${POOL} AND t.id = ANY($3) FOR NO KEY UPDATE OF t SKIP LOCKED`;

/** Over the alias `t`: whoever holds it has written in it, or it was worked on since they hold it. */
const IS_BEGUN = `EXISTS (
  SELECT FROM events e WHERE e.tenant_id = t.tenant_id AND e.ticket_id = t.id AND (
    e.type = 'message.sent' AND e.actor_id = t.assignee_id
    OR e.type = 'ticket.status_changed' AND e.data->>'to' IN ('in_progress', 'waiting') AND e.seq > (
      SELECT max(a.seq) FROM events a
      WHERE a.tenant_id = t.tenant_id AND a.ticket_id = t.id AND a.type = 'ticket.assigned'
    )
  )
)`;

const ACTIVE = `
SELECT ${QUEUED}, t.assignee_id AS "holderId", t.team_id AS "teamId", begun.at AS "begunAt",
  t.status = 'in_progress' OR ${IS_BEGUN} AS started, coalesce(given.itself, false) AS "isGiven", given."heldBy"
FROM tickets t
LEFT JOIN LATERAL (
  SELECT occurred_at AS at FROM events e
  WHERE e.tenant_id = t.tenant_id AND e.ticket_id = t.id AND e.type = 'ticket.status_changed' ORDER BY seq DESC LIMIT 1
) begun ON t.status = 'in_progress'
LEFT JOIN LATERAL (
  SELECT (array_agg(e.actor_id IS NULL ORDER BY seq DESC))[1] AS itself, array_agg(e.data->'to'->>'id') AS "heldBy"
  FROM events e WHERE e.tenant_id = t.tenant_id AND e.ticket_id = t.id AND e.type = 'ticket.assigned'
) given ON t.status <> 'in_progress'
WHERE t.tenant_id = $1 AND t.assignee_id = ANY($2) AND t.status IN ('new', 'open', 'in_progress')`;

const LATELY = `
SELECT e.data->'to'->>'id' AS "personId", t.category_id AS "categoryId", count(*)::int AS tickets
FROM events e JOIN tickets t ON t.tenant_id = e.tenant_id AND t.id = e.ticket_id
WHERE e.tenant_id = $1 AND e.type = 'ticket.assigned' AND e.occurred_at >= $2 AND (e.data->'to'->>'id') = ANY($3)
GROUP BY 1, 2`;

const CATEGORIES = `
SELECT c.id, c.parent_id AS "parentId", coalesce(
  json_agg(json_build_object('skillId', k.skill_id, 'level', k.level)) FILTER (WHERE k.skill_id IS NOT NULL), '[]'
) AS skills
FROM categories c LEFT JOIN category_skills k ON k.tenant_id = c.tenant_id AND k.category_id = c.id
WHERE c.tenant_id = $1 GROUP BY c.id, c.parent_id`;

const UNBEGUN = `
SELECT t.id FROM tickets t
WHERE t.tenant_id = $1 AND t.id = $2 AND t.assignee_id = $3 AND t.team_id = $4 AND t.status IN ('new', 'open')
  AND NOT ${IS_BEGUN} FOR NO KEY UPDATE SKIP LOCKED`;

interface QueuedRow {
  ticketId: string;
  priority: Priority;
  categoryId: string | null;
  dueAt: Date | null;
  createdAt: Date;
}

interface PoolRow extends QueuedRow {
  returnedAt: Date | null;
  handedBackBy: string[];
}

interface ActiveRow extends QueuedRow {
  holderId: string;
  teamId: string | null;
  begunAt: Date | null;
  started: boolean;
  isGiven: boolean;
  heldBy: string[] | null;
}

interface LatelyRow {
  personId: string;
  categoryId: string | null;
  tickets: number;
}

/** A person as the rules see them, and since when they are as available as they are: stored for whoever asks why. */
export type DeskCandidate = Candidate & { availableSince: number };

/** A ticket that may be taken over, and who has held it: it goes back to none of them. */
export interface MovableTicket {
  need: Need;
  heldBy: readonly string[];
}

/** What a team's decisions are made from. */
export interface TeamFacts {
  teamId: string;
  context: AssignmentContext;
  candidates: DeskCandidate[];
  categories: ReadonlyMap<string, AskingCategory>;
  /** Tickets of the team that the product gave to somebody who has not begun them. */
  movable: MovableTicket[];
}

/** One team that is being served. */
export interface Serving {
  actor: Actor;
  team: { id: string; name: string };
  mode: AssignmentMode;
  trigger: Trigger;
  facts: TeamFacts;
}

/** Everything the rules ask for, read in a few statements. */
@Injectable()
export class AssignmentFacts {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly profiles: WorkProfileQueries,
    private readonly times: HandlingTimesQueries,
    private readonly clock: Clock,
  ) {}

  /** @param personIds the team's people. Within the open transaction. */
  async load(actor: Actor, teamId: string, personIds: readonly string[]): Promise<TeamFacts> {
    const now = this.clock.now();
    const since = new Date(now.getTime() - LATELY_MS);
    const { tenantId } = actor;
    const [profiles, active, lately, tree, times] = await Promise.all([
      this.profiles.list(actor, personIds),
      this.transaction.query<ActiveRow>(ACTIVE, [tenantId, personIds]),
      this.transaction.query<LatelyRow>(LATELY, [tenantId, since, personIds]),
      this.transaction.query<AskingCategory & { id: string }>(CATEGORIES, [tenantId]),
      this.times.learned(actor),
    ]);
    const categories = new Map(tree.map((category) => [category.id, category]));
    const context = { now: now.getTime(), times, model: DEFAULT_MODEL };
    const candidates = profiles.map((profile) =>
      candidateOf(profile, {
        context,
        categories,
        active: active.filter(({ holderId }) => holderId === profile.id),
        lately: lately.filter(({ personId }) => personId === profile.id),
      }),
    );
    const movable = active
      .filter((ticket) => ticket.teamId === teamId && ticket.isGiven && !ticket.started)
      .map((ticket) => ({
        need: needOf({ ...ticket, returnedAt: null, handedBackBy: [] }, teamId, categories),
        heldBy: ticket.heldBy ?? [],
      }));
    return { teamId, context, candidates, categories, movable };
  }

  /** What waits in the team's pool, as far as it can be its turn. */
  async pool(actor: Actor, { teamId, categories }: TeamFacts): Promise<Need[]> {
    const rows = await this.transaction.query<PoolRow>(NEXT_OF_POOL, [actor.tenantId, teamId]);
    return rows.map((row) => needOf(row, teamId, categories));
  }

  /** The same of these that are in the pool still; locked until the transaction ends. */
  async holdPool(actor: Actor, { teamId, categories }: TeamFacts, ids: readonly string[]): Promise<Need[]> {
    if (ids.length === 0) return [];
    const rows = await this.transaction.query<PoolRow>(HELD_POOL, [actor.tenantId, teamId, ids]);
    return rows.map((row) => needOf(row, teamId, categories));
  }

  /** Holds a ticket that somebody has not begun. @returns false when they have by now, or somebody has it at hand */
  async holdUnbegun(actor: Actor, { teamId }: TeamFacts, ticketId: string, holderId: string): Promise<boolean> {
    const rows = await this.transaction.query(UNBEGUN, [actor.tenantId, ticketId, holderId, teamId]);
    return rows.length > 0;
  }
}

export function needOf(row: PoolRow, teamId: string, categories: TeamFacts['categories']): Need {
  const { ticketId, priority, categoryId, createdAt, dueAt, returnedAt, handedBackBy } = row;
  return {
    ticketId,
    priority,
    categoryId,
    teamId,
    handedBackBy,
    dueAt: dueAt?.getTime() ?? null,
    waitingSince: (returnedAt ?? createdAt).getTime(),
    skills: neededSkills(categories, categoryId),
  };
}

interface Surroundings extends Pick<TeamFacts, 'context' | 'categories'> {
  active: ActiveRow[];
  lately: LatelyRow[];
}

function candidateOf(profile: WorkProfile, { context, categories, active, lately }: Surroundings): DeskCandidate {
  const { id, teamIds, capacity, availability, availabilitySince, lastAssignedAt } = profile;
  const skills = Object.fromEntries(profile.skills.map(({ skillId, level }) => [skillId, level]));
  const minutesOf = (categoryId: string | null) => {
    const need = { categoryId, skills: neededSkills(categories, categoryId) };
    return expectedHandling({ id, skills }, need, context.times, context.model);
  };
  const { onShift, absent } = presenceAt(profile, new Date(context.now));
  return {
    id,
    teamIds,
    skills,
    capacity,
    availability,
    onShift,
    absent,
    active: active.map((ticket) => activeTicket(ticket, minutesOf(ticket.categoryId), context.now)),
    lastAssignedAt: lastAssignedAt?.getTime() ?? null,
    minutesLately: lately.reduce((sum, { categoryId, tickets }) => sum + tickets * minutesOf(categoryId), 0),
    availableSince: availabilitySince.getTime(),
  };
}

function activeTicket(ticket: ActiveRow, expected: number, now: number): ActiveTicket {
  const { ticketId, priority, dueAt, createdAt, begunAt, started } = ticket;
  const spent = begunAt ? Math.min(MAX_STRETCH_MINUTES, (now - begunAt.getTime()) / 60_000) : 0;
  return {
    ticketId,
    priority,
    dueAt: dueAt?.getTime() ?? null,
    waitingSince: createdAt.getTime(),
    remainingMinutes: expectedRemaining(expected, spent),
    started,
  };
}
