import type { TenantId } from '@baton/domain/shared/brand';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One organization. */
@Entity('tenants')
export class TenantEntity {
  @PrimaryColumn('uuid')
  id: TenantId;

  @Column('text')
  slug: string;

  @Column('text')
  name: string;

  @Column('text', { name: 'ticket_prefix' })
  ticketPrefix: string;

  @Column('text', { name: 'email_domains', array: true })
  emailDomains: string[];

  @Column('int', { name: 'reopen_window_days' })
  reopenWindowDays: number;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}
