import type { MacroResponse } from '@baton/contracts/macros/macros.response';
import { canKeepMacro } from '@baton/domain/macros/macro-policy';
import type { UserActor } from '@baton/domain/permissions/actor';
import type { MacroEntity } from './macro.entity.js';

export const presentMacro = (actor: UserActor, macro: MacroEntity): MacroResponse => ({
  id: macro.id,
  name: macro.name,
  scope: macro.scope,
  teamId: macro.teamId,
  body: macro.bodyHtml,
  internal: macro.internal,
  actions: macro.actions,
  updatedAt: macro.updatedAt.toISOString(),
  can: { edit: canKeepMacro(actor, macro) },
});
