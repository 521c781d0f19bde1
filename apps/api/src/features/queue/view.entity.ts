import type { TicketFilters } from '@baton/contracts/tickets/ticket-filters.dto';
import type { TicketSort } from '@baton/contracts/tickets/ticket-sorts';
import type { ViewLayout, ViewScope } from '@baton/domain/queue/views';
import type { TenantId } from '@baton/domain/shared/brand';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A saved view; those with a key belong to every organization and to nobody. */
@Entity('views')
export class ViewEntity {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId: TenantId;

  @PrimaryColumn('uuid')
  id: string;

  @Column('text', { nullable: true })
  key: string | null;

  @Column('text', { nullable: true })
  scope: ViewScope | null;

  @Column('uuid', { name: 'owner_id', nullable: true })
  ownerId: string | null;

  @Column('uuid', { name: 'team_id', nullable: true })
  teamId: string | null;

  @Column('text', { nullable: true })
  name: string | null;

  @Column('jsonb')
  filters: TicketFilters;

  @Column('text', { nullable: true })
  sort: TicketSort | null;

  @Column('text')
  layout: ViewLayout;

  /** Its count is kept: what its tickets were counted to once, and every change since. */
  @Column('boolean')
  counted: boolean;

  /** Moves with the filters. */
  @Column('int')
  revision: number;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}
