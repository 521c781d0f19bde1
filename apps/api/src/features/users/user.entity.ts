import type { AccountStatus } from '@baton/domain/accounts/account-status';
import type { Role } from '@baton/domain/permissions/roles';
import type { TenantId } from '@baton/domain/shared/brand';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Somebody's account in one organization. */
@Entity('users')
export class UserEntity {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId: TenantId;

  @PrimaryColumn('uuid')
  id: string;

  /** In small letters. */
  @Column('text')
  email: string;

  @Column('text')
  name: string;

  @Column('text', { nullable: true })
  phone: string | null;

  /** Null until an invitation is accepted. */
  @Column('text', { name: 'password_hash', nullable: true })
  passwordHash: string | null;

  @Column('text')
  role: Role;

  @Column('text')
  status: AccountStatus;

  @Column('text', { name: 'employee_number' })
  employeeNumber: string;

  @Column('text', { name: 'avatar_key', nullable: true })
  avatarKey: string | null;

  @Column('text', { name: 'time_zone' })
  timeZone: string;

  @Column('text')
  language: string;

  @Column('text')
  theme: string;

  @Column('boolean', { name: 'mail_notifications' })
  mailNotifications: boolean;

  @Column('boolean', { name: 'invitation_pending' })
  invitationPending: boolean;

  @Column('text', { name: 'rejected_reason', nullable: true })
  rejectedReason: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'last_sign_in_at', nullable: true })
  lastSignInAt: Date | null;
}
