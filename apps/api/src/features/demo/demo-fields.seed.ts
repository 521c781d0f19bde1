import type { CreateCustomFieldDto } from '@baton/contracts/custom-fields/custom-fields.dto';
import type { CreateViewDto } from '@baton/contracts/queue/queue.dto';
import type { FieldKind, FieldValue } from '@baton/domain/custom-fields/custom-field';
import { type FieldCondition, formatFieldCondition } from '@baton/domain/custom-fields/field-condition';
import type { UserActor } from '@baton/domain/permissions/actor';
import { ACTIVE_STATUSES } from '@baton/domain/tickets/ticket-status';
import { Injectable } from '@nestjs/common';
import { CustomFieldsService } from '../custom-fields/custom-fields.service.js';
import { ViewsService } from '../queue/views.service.js';

/** What a script calls a field, and what it is. */
export type DemoFields = Map<string, { id: string; kind: FieldKind }>;

const SITES = ['Berlin', 'Hanoi', 'Lisbon', 'Osaka'];

/** Organization → the fields its tickets have beside those of every ticket. */
const FIELDS: Record<string, CreateCustomFieldDto[]> = {
  acme: [
    { name: 'Site', kind: 'choice', options: SITES },
    { name: 'Device', kind: 'text' },
    { name: 'Cost', kind: 'number' },
    { name: 'Needed by', kind: 'date' },
  ],
};

interface DemoView extends Omit<CreateViewDto, 'filters'> {
  /** Key of the person who saves it. */
  by: string;
  filters: CreateViewDto['filters'];
  /** Conditions on fields, by name. */
  where?: [string, FieldCondition['operator'], string][];
}

const ACTIVE = [...ACTIVE_STATUSES];

/** Organization → views that its people saved. */
const VIEWS: Record<string, DemoView[]> = {
  acme: [
    {
      by: 'ingrid',
      name: 'Urgent and unassigned',
      scope: 'everyone',
      filters: { status: ACTIVE, priority: ['urgent', 'high'], assignee: ['none'] },
    },
    {
      by: 'ingrid',
      name: 'Lisbon',
      scope: 'everyone',
      filters: { status: ACTIVE },
      where: [['Site', 'eq', 'Lisbon']],
      layout: 'board',
    },
    { by: 'mateo', name: 'Spent more than 50', scope: 'personal', filters: {}, where: [['Cost', 'gte', '50']] },
  ],
};

/** The fields and saved views of a demo. */
@Injectable()
export class DemoArrangement {
  constructor(
    private readonly fields: CustomFieldsService,
    private readonly views: ViewsService,
  ) {}

  async addFields(admin: UserActor, slug: string): Promise<DemoFields> {
    const added: DemoFields = new Map();
    for (const field of FIELDS[slug] ?? []) added.set(field.name, await this.fields.create(admin, field));
    return added;
  }

  async saveViews(slug: string, people: Map<string, UserActor>, fields: DemoFields): Promise<void> {
    for (const { by, where = [], filters, ...view } of VIEWS[slug] ?? []) {
      const cf = where.map(([name, operator, value]) =>
        formatFieldCondition({ fieldId: fields.get(name)!.id, operator, value }),
      );
      await this.views.create(people.get(by)!, { ...view, filters: cf.length > 0 ? { ...filters, cf } : filters });
    }
  }
}

/** `Site = Berlin; Cost = 59` as values by field id. `today` is a date. @throws naming a field there is none of */
export function readValues(text: string, fields: DemoFields, now: Date): Record<string, FieldValue> {
  const values = text.split('; ').map((part): [string, FieldValue] => {
    const [name = '', value = ''] = part.split(' = ');
    const field = fields.get(name);
    if (!field) throw new Error(`The demo has no field “${name}”`);
    if (field.kind === 'number') return [field.id, Number(value)];
    return [field.id, value === 'today' ? now.toISOString().slice(0, 10) : value];
  });
  return Object.fromEntries(values);
}
