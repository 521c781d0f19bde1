import type { Actor } from '@baton/domain/permissions/actor';
import type { SqlParameters } from '../../platform/database/sql-parameters.js';

/**
 * `canView` of the domain as SQL over the alias `t` of tickets. A test holds the two against each other.
 * It stands inside every list and count, never after a LIMIT.
 */
export function visibleTo(actor: Actor, parameters: SqlParameters): string {
  if (actor.permissions.has('ticket.readRestricted')) return 'true';
  const me = `${parameters.add(actor.userId)}::uuid`;
  const own = `t.requester_id = ${me} OR t.submitted_by_id = ${me} OR EXISTS (
    SELECT FROM ticket_watchers w WHERE w.tenant_id = t.tenant_id AND w.ticket_id = t.id AND w.user_id = ${me})`;
  if (!actor.permissions.has('ticket.readAll')) return `(${own})`;
  return `(${own} OR ${workableBy(actor, parameters)})`;
}

/** `canWork` as SQL: the tickets of the desk, less those of restricted teams the actor is not in. */
export function workableBy(actor: Actor, parameters: SqlParameters): string {
  if (!actor.permissions.has('ticket.readAll')) return 'false';
  if (actor.permissions.has('ticket.readRestricted')) return 'true';
  const me = `${parameters.add(actor.userId)}::uuid`;
  return `NOT EXISTS (
    SELECT FROM teams restricted WHERE restricted.tenant_id = t.tenant_id AND restricted.id = t.team_id AND restricted.restricted
      AND NOT EXISTS (SELECT FROM team_members m
        WHERE m.tenant_id = t.tenant_id AND m.team_id = restricted.id AND m.user_id = ${me}))`;
}
