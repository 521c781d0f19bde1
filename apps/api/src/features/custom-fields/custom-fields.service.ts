import type { CreateCustomFieldDto, UpdateCustomFieldDto } from '@baton/contracts/custom-fields/custom-fields.dto';
import type {
  CustomFieldListResponse,
  CustomFieldResponse,
} from '@baton/contracts/custom-fields/custom-fields.response';
import { FIELDS_MAX } from '@baton/domain/custom-fields/custom-field';
import type { Actor } from '@baton/domain/permissions/actor';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { newId } from '../../platform/database/new-id.js';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import { changesOf } from '../../platform/events/changes-of.js';
import { EventRecorder } from '../../platform/events/event-recorder.js';
import { AppError, notFound } from '../../platform/http/app-error.js';
import type { CustomFieldEntity } from './custom-field.entity.js';
import { CustomFieldRepository } from './custom-field.repository.js';
import { presentCustomField } from './custom-fields.presenter.js';

/** The organization's own fields of tickets. */
@Injectable()
export class CustomFieldsService {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly fields: CustomFieldRepository,
    private readonly events: EventRecorder,
    private readonly clock: Clock,
  ) {}

  list(actor: Actor): Promise<CustomFieldListResponse> {
    return this.transaction.read(actor, async () => ({
      items: (await this.fields.list(actor)).map(presentCustomField),
    }));
  }

  /** @throws custom_field.name_taken, custom_field.too_many, request.invalid for options that do not suit the kind */
  create(actor: Actor, { name, kind, options = [] }: CreateCustomFieldDto): Promise<CustomFieldResponse> {
    return this.transaction.run(actor, async () => {
      await this.fields.lock(actor);
      const fields = await this.fields.list(actor);
      if (fields.length >= FIELDS_MAX) throw new AppError('custom_field.too_many', { max: FIELDS_MAX });
      const { tenantId } = actor;
      const place = { archived: false, position: fields.length, createdAt: this.clock.now() };
      const field = { tenantId, id: newId(), name, kind, options, ...place };
      requireSense(field, fields);
      await this.fields.insert(field);
      const data = { after: { name, kind, options } };
      await this.events.record(actor, { type: 'custom_field.created', subjectId: field.id, data });
      return presentCustomField(field);
    });
  }

  /** @throws resource.not_found, custom_field.name_taken, request.invalid */
  update(actor: Actor, id: string, { position, ...wanted }: UpdateCustomFieldDto): Promise<CustomFieldResponse> {
    return this.transaction.run(actor, async () => {
      await this.fields.lock(actor);
      const fields = await this.fields.list(actor);
      const field = fields.find((each) => each.id === id);
      if (!field) throw notFound();
      const before = { ...field };
      Object.assign(field, wanted);
      requireSense(field, fields);
      if (position !== undefined) move(fields, field, position);
      await this.writeChanged(fields);
      const changes = changesOf<CustomFieldEntity>(before, field);
      if (changes)
        await this.events.record(actor, { type: 'custom_field.changed', subjectId: id, data: { ...changes } });
      return presentCustomField(field);
    });
  }

  /** Places may have changed all along the list; fields are few. */
  private async writeChanged(fields: CustomFieldEntity[]): Promise<void> {
    for (const [position, field] of fields.entries()) {
      field.position = position;
      await this.fields.update(field);
    }
  }
}

function move(fields: CustomFieldEntity[], field: CustomFieldEntity, position: number): void {
  fields.splice(fields.indexOf(field), 1);
  fields.splice(position, 0, field);
}

function requireSense(field: CustomFieldEntity, fields: CustomFieldEntity[]): void {
  const { id, name, kind, options } = field;
  if ((kind === 'choice') !== options.length > 0)
    throw new AppError('request.invalid', { options: ['are what a choice may be, and nothing of other kinds'] });
  const taken = fields.some((each) => each.id !== id && each.name.toLowerCase() === name.toLowerCase());
  if (taken) throw new AppError('custom_field.name_taken');
}
