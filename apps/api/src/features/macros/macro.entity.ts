import type { MacroActionsDto } from '@baton/contracts/macros/macros.dto';
import type { MacroScope } from '@baton/domain/macros/macro-policy';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A text that is written again and again, with what it does to the ticket. */
@Entity('macros')
export class MacroEntity {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  name: string;

  @Column('text')
  scope: MacroScope;

  @Column('uuid', { name: 'owner_id' })
  ownerId: string;

  /** Narrows who of everyone is offered it. */
  @Column('uuid', { name: 'team_id', nullable: true })
  teamId: string | null;

  @Column('text', { name: 'body_html' })
  bodyHtml: string;

  @Column('boolean')
  internal: boolean;

  @Column('jsonb')
  actions: MacroActionsDto;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;
}
