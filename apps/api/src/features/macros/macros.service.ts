import type { CreateMacroDto, UpdateMacroDto } from '@baton/contracts/macros/macros.dto';
import type { MacroListResponse, MacroResponse } from '@baton/contracts/macros/macros.response';
import { canKeepMacro } from '@baton/domain/macros/macro-policy';
import { MACRO_VARIABLES, unknownVariables } from '@baton/domain/macros/macro-variables';
import type { UserActor } from '@baton/domain/permissions/actor';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { newId } from '../../platform/database/new-id.js';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import { changesOf } from '../../platform/events/changes-of.js';
import { EventRecorder } from '../../platform/events/event-recorder.js';
import { AppError, notFound } from '../../platform/http/app-error.js';
import { toRichText } from '../../platform/rich-text/rich-text.js';
import type { MacroEntity } from './macro.entity.js';
import { MacroRepository } from './macro.repository.js';
import { MacroReferencesService } from './macro-references.service.js';
import { presentMacro } from './macros.presenter.js';

type Unsaved = Omit<MacroEntity, 'updatedAt'>;

/** Keeping macros: one's own, and those of everyone. */
@Injectable()
export class MacrosService {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly macros: MacroRepository,
    private readonly references: MacroReferencesService,
    private readonly events: EventRecorder,
    private readonly clock: Clock,
  ) {}

  list(actor: UserActor): Promise<MacroListResponse> {
    return this.transaction.run(actor, async () => {
      const macros = await this.macros.list(actor);
      return { items: macros.map((macro) => presentMacro(actor, macro)) };
    });
  }

  /** @throws access.forbidden, macro.variable_unknown {unknown, known}, request.invalid, resource.not_found */
  create(actor: UserActor, dto: CreateMacroDto): Promise<MacroResponse> {
    return this.transaction.run(actor, async () => {
      const { name, scope, teamId = null, internal = false, actions = {} } = dto;
      const identity = { tenantId: actor.tenantId, id: newId(), ownerId: actor.userId };
      const macro = { ...identity, name, scope, teamId, bodyHtml: textOf(dto.body), internal, actions };
      const { id: subjectId, ...after } = macro;
      await this.requireSense(actor, macro);
      await this.macros.insert({ ...macro, updatedAt: this.clock.now() });
      await this.events.record(actor, { type: 'macro.created', subjectId, data: { after } });
      return this.present(actor, subjectId);
    });
  }

  /** @throws like `create` */
  update(actor: UserActor, id: string, { body, ...rest }: UpdateMacroDto): Promise<MacroResponse> {
    return this.transaction.run(actor, async () => {
      const macro = await this.keepable(actor, id);
      const changes = changesOf<MacroEntity>(macro, body === undefined ? rest : { ...rest, bodyHtml: textOf(body) });
      if (changes) {
        const changed = { ...macro, ...changes.after, updatedAt: this.clock.now() };
        await this.requireSense(actor, changed, macro);
        await this.macros.update(changed);
        await this.events.record(actor, { type: 'macro.changed', subjectId: id, data: { ...changes } });
      }
      return this.present(actor, id);
    });
  }

  remove(actor: UserActor, id: string): Promise<void> {
    return this.transaction.run(actor, async () => {
      const macro = await this.keepable(actor, id);
      await this.macros.remove(macro);
      await this.events.record(actor, { type: 'macro.deleted', subjectId: id, data: { before: { name: macro.name } } });
    });
  }

  private async keepable(actor: UserActor, id: string): Promise<MacroEntity> {
    const macro = await this.macros.find(actor, id);
    if (!macro) throw notFound();
    requireRight(actor, macro);
    return macro;
  }

  /** May it be kept, and could it ever be used? */
  private async requireSense(actor: UserActor, macro: Unsaved, former?: Unsaved): Promise<void> {
    requireRight(actor, macro);
    const unknown = unknownVariables(macro.bodyHtml);
    if (unknown.length > 0) throw new AppError('macro.variable_unknown', { unknown, known: MACRO_VARIABLES });
    if (macro.bodyHtml === '' && Object.keys(macro.actions).length === 0)
      throw new AppError('request.invalid', { body: ['must say or do something'] });
    await this.references.requireKnown(actor, macro, former);
  }

  /** From what is stored: the way an answer reads must not depend on how it came about. */
  private async present(actor: UserActor, id: string): Promise<MacroResponse> {
    const macro = await this.macros.find(actor, id);
    if (!macro) throw notFound();
    return presentMacro(actor, macro);
  }
}

const textOf = (body: string): string => toRichText(body).html;

function requireRight(actor: UserActor, macro: Pick<MacroEntity, 'scope' | 'ownerId'>): void {
  if (!canKeepMacro(actor, macro)) throw new AppError('access.forbidden');
}
