import { allow, type Decision, refuse } from '../shared/decision.js';
import { decideTransition, isFinal, legalMoves, type Mover, type TicketStatus } from '../tickets/ticket-status.js';
import type { Actor } from './actor.js';

/** What the policies need to know of a ticket. */
export interface TicketFacts {
  requesterId: string;
  submittedById: string;
  assigneeId: string | null;
  teamId: string | null;
  teamRestricted: boolean;
  watcherIds: readonly string[];
  /** Requesters of tickets merged into this one: their conversation goes on here. */
  joinedIds: readonly string[];
  /** The ticket this one was merged into. */
  mergedIntoId: string | null;
  status: TicketStatus;
  resolvedAt: Date | null;
}

/** What the policies need to know of the moment and the actor's surroundings. */
export interface PolicyContext {
  now: Date;
  reopenWindowDays: number;
  actorTeamIds: readonly string[];
}

const isRequester = (actor: Actor, ticket: TicketFacts): boolean =>
  actor.userId !== null && (ticket.requesterId === actor.userId || ticket.submittedById === actor.userId);

/** Coordinators reach every ticket but those of a restricted team they are not in. Admins reach all. */
export function canWork(
  actor: Pick<Actor, 'permissions'>,
  ticket: Pick<TicketFacts, 'teamId' | 'teamRestricted'>,
  actorTeamIds: readonly string[],
): boolean {
  if (!actor.permissions.has('ticket.readAll')) return false;
  if (!ticket.teamRestricted || actor.permissions.has('ticket.readRestricted')) return true;
  return ticket.teamId !== null && actorTeamIds.includes(ticket.teamId);
}

/** Own tickets (asked for, or handed in for somebody), watched ones, and the ones the role works on. */
export const canView = (actor: Actor, ticket: TicketFacts, actorTeamIds: readonly string[]): boolean =>
  isRequester(actor, ticket) ||
  (actor.userId !== null && ticket.watcherIds.includes(actor.userId)) ||
  canWork(actor, ticket, actorTeamIds);

/** Internal notes belong to those who work on the ticket, even when they also asked for it. */
export const canReadInternal = (actor: Actor, ticket: TicketFacts, actorTeamIds: readonly string[]): boolean =>
  actor.permissions.has('ticket.note') && canWork(actor, ticket, actorTeamIds);

export function moversOf(actor: Actor, ticket: TicketFacts, actorTeamIds: readonly string[]): Mover[] {
  if (actor.kind === 'system') return ['system'];
  const movers: Mover[] = [];
  if (isRequester(actor, ticket)) movers.push('requester');
  if (actor.permissions.has('ticket.changeStatus') && canWork(actor, ticket, actorTeamIds)) movers.push('coordinator');
  return movers;
}

export const decideMove = (actor: Actor, ticket: TicketFacts, to: TicketStatus, context: PolicyContext): Decision =>
  decideTransition({
    from: ticket.status,
    to,
    movers: moversOf(actor, ticket, context.actorTeamIds),
    resolvedAt: ticket.resolvedAt,
    now: context.now,
    reopenWindowDays: context.reopenWindowDays,
  });

/** A ticket is claimed once; taking it from a colleague is an assignment. */
export function decideClaim(actor: Actor, ticket: TicketFacts, context: PolicyContext): Decision {
  if (!canWork(actor, ticket, context.actorTeamIds)) return refuse('access.forbidden');
  if (ticket.assigneeId !== null) return refuse('ticket.already_claimed', { by: ticket.assigneeId });
  if (ticket.status === 'in_progress') return allow;
  return decideMove(actor, ticket, 'in_progress', context);
}

export function decideAssign(actor: Actor, ticket: TicketFacts, context: PolicyContext): Decision {
  if (!canWork(actor, ticket, context.actorTeamIds)) return refuse('access.forbidden');
  return isFinal(ticket.status) ? refuse('ticket.is_final', { status: ticket.status }) : allow;
}

export type EditableField =
  | 'subject'
  | 'description'
  | 'callbackNumber'
  | 'issueType'
  | 'priority'
  | 'categoryId'
  | 'tags'
  | 'customFields';
const TRIAGE_FIELDS: readonly EditableField[] = ['priority', 'categoryId', 'tags', 'issueType', 'customFields'];

export function decideEdit(
  actor: Actor,
  ticket: TicketFacts,
  fields: readonly EditableField[],
  context: PolicyContext,
): Decision {
  if (isFinal(ticket.status)) return refuse('ticket.is_final', { status: ticket.status });
  if (canWork(actor, ticket, context.actorTeamIds)) return allow;
  if (!isRequester(actor, ticket)) return refuse('access.forbidden');
  const forbidden = fields.filter((field) => TRIAGE_FIELDS.includes(field));
  return forbidden.length > 0 ? refuse('access.forbidden', { fields: forbidden }) : allow;
}

/** A reply to a closed or withdrawn ticket is allowed: it opens a linked follow-up. Notes need a live audience. */
export function decideReply(actor: Actor, ticket: TicketFacts, internal: boolean, context: PolicyContext): Decision {
  if (internal) return canReadInternal(actor, ticket, context.actorTeamIds) ? allow : refuse('access.forbidden');
  const isJoined = actor.userId !== null && ticket.joinedIds.includes(actor.userId);
  return isRequester(actor, ticket) || isJoined || canWork(actor, ticket, context.actorTeamIds)
    ? allow
    : refuse('access.forbidden');
}

/** What the actor may do with the ticket now: shipped with it, so that the interface never derives rights again. */
export interface TicketCapabilities {
  reply: boolean;
  note: boolean;
  claim: boolean;
  assign: boolean;
  edit: boolean;
  triage: boolean;
  withdraw: boolean;
  close: boolean;
  reopen: boolean;
  addWatchers: boolean;
  relate: boolean;
  unmerge: boolean;
  moves: TicketStatus[];
}

export function capabilities(actor: Actor, ticket: TicketFacts, context: PolicyContext): TicketCapabilities {
  const relate = actor.permissions.has('ticket.relate') && canWork(actor, ticket, context.actorTeamIds);
  const may = (to: TicketStatus) => decideMove(actor, ticket, to, context).allowed;
  return {
    reply: decideReply(actor, ticket, false, context).allowed,
    note: decideReply(actor, ticket, true, context).allowed,
    claim: decideClaim(actor, ticket, context).allowed,
    assign: decideAssign(actor, ticket, context).allowed,
    edit: decideEdit(actor, ticket, ['subject'], context).allowed,
    triage: decideEdit(actor, ticket, ['priority'], context).allowed,
    withdraw: may('withdrawn'),
    close: may('closed'),
    reopen: ticket.status === 'resolved' && may('open'),
    addWatchers: actor.permissions.has('ticket.addWatchers') && canWork(actor, ticket, context.actorTeamIds),
    relate,
    unmerge: relate && ticket.mergedIntoId !== null,
    moves: legalMoves({
      from: ticket.status,
      movers: moversOf(actor, ticket, context.actorTeamIds),
      resolvedAt: ticket.resolvedAt,
      now: context.now,
      reopenWindowDays: context.reopenWindowDays,
    }),
  };
}
