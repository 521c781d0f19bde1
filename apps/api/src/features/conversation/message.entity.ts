import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('messages')
export class MessageEntity {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId: string;

  @PrimaryColumn('uuid')
  id: string;

  /** Where it lives. */
  @Column('uuid', { name: 'ticket_id' })
  ticketId: string;

  /** The ticket it was written to, when that was merged; null while it lives there itself. */
  @Column('uuid', { name: 'origin_ticket_id', nullable: true })
  originTicketId: string | null;

  @Column('uuid', { name: 'author_id' })
  authorId: string;

  /** A note for those who work on the ticket. */
  @Column('boolean')
  internal: boolean;

  @Column('text', { name: 'body_html' })
  bodyHtml: string;

  @Column('text', { name: 'body_text' })
  bodyText: string;

  @Column('text', { name: 'client_id', nullable: true })
  clientId: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'edited_at', nullable: true })
  editedAt: Date | null;

  @Column('timestamptz', { name: 'redacted_at', nullable: true })
  redactedAt: Date | null;
}
