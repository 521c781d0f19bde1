import type { TenantId } from '@baton/domain/shared/brand';
import type { SlaPolicy } from '@baton/domain/sla/policy';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What is promised to which tickets. */
@Entity('sla_policies')
export class PolicyEntity implements SlaPolicy {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId: TenantId;

  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  name: string;

  @Column('boolean')
  enabled: boolean;

  /** From 0, without gaps. */
  @Column('int')
  position: number;

  @Column('json')
  conditions: SlaPolicy['conditions'];

  @Column('uuid', { name: 'calendar_id' })
  calendarId: string;

  @Column('json')
  targets: SlaPolicy['targets'];

  @Column('int', { array: true })
  warnings: number[];

  @Column('json')
  escalation: SlaPolicy['escalation'];

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  /** Since when it promises what it does. */
  @Column('timestamptz', { name: 'changed_at' })
  changedAt: Date;
}
