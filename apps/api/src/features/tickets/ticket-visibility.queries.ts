import type { Actor } from '@baton/domain/permissions/actor';
import type { SqlParameters } from '../../platform/database/sql-parameters.js';

/**
 * `canView` of the domain as SQL over the alias `t` of tickets. A test holds the two against each other.
 * It stands inside every list and count, never after a LIMIT.
 */
export function visibleTo(actor: Actor, parameters: SqlParameters): string {
  if (actor.permissions.has('ticket.readRestricted')) return 'true';
  const me = `${parameters.add(actor.userId)}::uuid`;
  const tenant = `${parameters.add(actor.tenantId)}::uuid`;
  // Arrays, here and below: looked up once and then matched by index, not row by row.
  const own = `t.requester_id = ${me} OR t.submitted_by_id = ${me} OR t.id = ANY(ARRAY(
    SELECT w.ticket_id FROM ticket_watchers w WHERE w.tenant_id = ${tenant} AND w.user_id = ${me}))`;
  if (!actor.permissions.has('ticket.readAll')) return `(${own})`;
  return `(${own} OR ${workableBy(actor, parameters)})`;
}

/** `canWork` as SQL: the tickets of the desk, less those of restricted teams the actor is not in. */
export function workableBy(actor: Actor, parameters: SqlParameters): string {
  if (!actor.permissions.has('ticket.readAll')) return 'false';
  if (actor.permissions.has('ticket.readRestricted')) return 'true';
  const me = `${parameters.add(actor.userId)}::uuid`;
  const tenant = `${parameters.add(actor.tenantId)}::uuid`;
  return `(t.team_id IS NULL OR t.team_id <> ALL(ARRAY(
    SELECT team.id FROM teams team WHERE team.tenant_id = ${tenant} AND team.restricted AND NOT EXISTS (
      SELECT FROM team_members m WHERE m.tenant_id = ${tenant} AND m.team_id = team.id AND m.user_id = ${me}))))`;
}
