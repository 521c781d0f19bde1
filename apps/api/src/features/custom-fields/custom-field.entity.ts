import type { FieldKind } from '@baton/domain/custom-fields/custom-field';
import type { TenantId } from '@baton/domain/shared/brand';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A field the organization added to its tickets. The values are kept with each ticket, by the field's id. */
@Entity('custom_fields')
export class CustomFieldEntity {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId: TenantId;

  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  name: string;

  @Column('text')
  kind: FieldKind;

  @Column('text', { array: true })
  options: string[];

  @Column('boolean')
  archived: boolean;

  @Column('int')
  position: number;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}
