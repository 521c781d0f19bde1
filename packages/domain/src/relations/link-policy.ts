import { allow, type Decision, refuse } from '../shared/decision.js';

/** Levels of parents and children, the topmost ticket counted. */
export const MAX_LEVELS = 5;

/** Two tickets of which one is to become the other's parent. */
export interface ParentFacts {
  childId: string;
  parentId: string;
  /** The child's present parent. */
  currentParentId: string | null;
  /** Of the parent, nearest first. */
  ancestorIds: readonly string[];
  /** How many levels hang below the child. */
  levelsBelow: number;
}

/** A ticket has one parent at most, is never below itself, and hangs at most five levels deep. */
export function decideParent({ childId, parentId, currentParentId, ancestorIds, levelsBelow }: ParentFacts): Decision {
  if (childId === parentId) return refuse('ticket.same_ticket');
  if (currentParentId !== null) return refuse('ticket.has_parent', { parentId: currentParentId });
  if (ancestorIds.includes(childId)) return refuse('ticket.link_cycle');
  const levels = ancestorIds.length + 2 + levelsBelow;
  return levels > MAX_LEVELS ? refuse('ticket.link_too_deep', { max: MAX_LEVELS }) : allow;
}
