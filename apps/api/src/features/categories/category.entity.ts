import type { TenantId } from '@baton/domain/shared/brand';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A node of the organization's category tree. */
@Entity('categories')
export class CategoryEntity {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId: TenantId;

  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  name: string;

  @Column('uuid', { name: 'parent_id', nullable: true })
  parentId: string | null;

  /** Where new tickets of the category go. */
  @Column('uuid', { name: 'team_id', nullable: true })
  teamId: string | null;

  @Column('boolean')
  archived: boolean;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}
