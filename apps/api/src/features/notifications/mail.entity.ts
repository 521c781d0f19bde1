import type { MailStatus } from '@baton/contracts/mail/mail-status';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A mail as written: first queued, then sent, kept (no server is configured) or failed for good. */
@Entity('mails')
export class MailEntity {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'event_id' })
  eventId: string;

  @Column('text')
  template: string;

  @Column('text')
  recipient: string;

  @Column('text')
  subject: string;

  @Column('text')
  html: string;

  @Column('text')
  text: string;

  @Column('text')
  status: MailStatus;

  @Column('text', { nullable: true })
  error: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'sent_at', nullable: true })
  sentAt: Date | null;
}
