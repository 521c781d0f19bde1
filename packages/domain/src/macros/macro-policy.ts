import type { Actor } from '../permissions/actor.js';

export const MACRO_SCOPES = ['personal', 'everyone'] as const;
export type MacroScope = (typeof MACRO_SCOPES)[number];

/** What the rules need to know of a macro. */
export interface MacroFacts {
  scope: MacroScope;
  ownerId: string;
}

/** One's own are one's own; what everyone is offered is for those who set the rules. */
export const canKeepMacro = (actor: Pick<Actor, 'userId' | 'permissions'>, macro: MacroFacts): boolean =>
  macro.scope === 'personal' ? macro.ownerId === actor.userId : actor.permissions.has('macro.manage');
