import type { Actor } from '../permissions/actor.js';
import { allow, type Decision, refuse } from '../shared/decision.js';
import type { ViewScope } from './views.js';

/** What the rights to a saved view depend on. */
export interface ViewFacts {
  scope: ViewScope;
  /** Of a personal view. */
  ownerId: string | null;
  /** Of a team's view. */
  teamId: string | null;
}

const has: Record<ViewScope, (actor: Actor, view: ViewFacts, actorTeamIds: readonly string[]) => boolean> = {
  personal: (actor, { ownerId }) => ownerId === actor.userId,
  team: (_actor, { teamId }, teamIds) => teamId !== null && teamIds.includes(teamId),
  everyone: () => true,
};

/** Does the view stand among the actor's own? */
export const hasView = (actor: Actor, view: ViewFacts, actorTeamIds: readonly string[]): boolean =>
  has[view.scope](actor, view, actorTeamIds);

/** May the actor make, change or delete it? Shared ones are also in the hands of those who manage views. */
export function decideKeepView(actor: Actor, view: ViewFacts, actorTeamIds: readonly string[]): Decision {
  if (view.scope !== 'personal' && actor.permissions.has('view.manage')) return allow;
  return view.scope !== 'everyone' && hasView(actor, view, actorTeamIds) ? allow : refuse('access.forbidden');
}
