import type { TeamMode } from '@baton/contracts/teams/teams.dto';
import type { TenantId } from '@baton/domain/shared/brand';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('teams')
export class TeamEntity {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId: TenantId;

  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  name: string;

  @Column('text')
  mode: TeamMode;

  /** Its tickets are seen by members and admins only. */
  @Column('boolean')
  restricted: boolean;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}
