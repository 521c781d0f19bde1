import type { TenantId } from '@baton/domain/shared/brand';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One sign-in on one device, kept alive by its refresh tokens. */
@Entity('sessions')
export class SessionEntity {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId: TenantId;

  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'user_id' })
  userId: string;

  @Column('text', { name: 'user_agent' })
  userAgent: string;

  @Column('text')
  ip: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'last_used_at' })
  lastUsedAt: Date;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;

  @Column('timestamptz', { name: 'revoked_at', nullable: true })
  revokedAt: Date | null;
}
