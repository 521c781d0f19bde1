import type { Actor } from '@baton/domain/permissions/actor';
import type { SqlParameters } from '../../platform/database/sql-parameters.js';

/**
 * `canView` of the domain as SQL over the alias `t` of tickets. A test holds the two against each other.
 * It stands inside every list and count, never after a LIMIT.
 */
export function visibleTo(actor: Actor, parameters: SqlParameters): string {
  if (actor.permissions.has('ticket.readRestricted')) return 'true';
  const own = ownedBy(actor, parameters);
  if (!actor.permissions.has('ticket.readAll')) return own;
  return `(${own} OR ${workableBy(actor, parameters)})`;
}

/** The same in parts that have no ticket in common. Each finds its tickets by an index of its own. */
export function visibleParts(actor: Actor, parameters: SqlParameters): string[] {
  if (actor.permissions.has('ticket.readAll')) return [visibleTo(actor, parameters)];
  const [asked, handedIn, watched] = reasons(actor, parameters);
  return [asked, `${handedIn} AND NOT ${asked}`, `${watched} AND NOT ${asked} AND NOT ${handedIn}`];
}

/** Tickets somebody may see without working on them: asked for, handed in or watched. */
export const ownedBy = (actor: Actor, parameters: SqlParameters): string =>
  `(${reasons(actor, parameters).join(' OR ')})`;

function reasons(actor: Actor, parameters: SqlParameters): [string, string, string] {
  const me = `${parameters.add(actor.userId)}::uuid`;
  const tenant = `${parameters.add(actor.tenantId)}::uuid`;
  // Arrays, here and below: looked up once and then matched by index, not row by row.
  const watched = `t.id = ANY(ARRAY(
    SELECT w.ticket_id FROM ticket_watchers w WHERE w.tenant_id = ${tenant} AND w.user_id = ${me}))`;
  return [`t.requester_id = ${me}`, `t.submitted_by_id = ${me}`, watched];
}

/** `canWork` as SQL: the tickets of the desk, less those of restricted teams the actor is not in. */
export function workableBy(actor: Actor, parameters: SqlParameters): string {
  if (!actor.permissions.has('ticket.readAll')) return 'false';
  if (actor.permissions.has('ticket.readRestricted')) return 'true';
  return `(t.team_id IS NULL OR t.team_id <> ALL(${teamsHiddenFrom(actor, parameters)}))`;
}

/** The restricted teams the actor, who is no admin, is not in: an array. */
export function teamsHiddenFrom(actor: Actor, parameters: SqlParameters): string {
  const me = `${parameters.add(actor.userId)}::uuid`;
  const tenant = `${parameters.add(actor.tenantId)}::uuid`;
  return `ARRAY(
    SELECT team.id FROM teams team WHERE team.tenant_id = ${tenant} AND team.restricted AND NOT EXISTS (
      SELECT FROM team_members m WHERE m.tenant_id = ${tenant} AND m.team_id = team.id AND m.user_id = ${me}))`;
}
