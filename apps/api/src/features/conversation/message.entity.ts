import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('messages')
export class MessageEntity {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'ticket_id' })
  ticketId: string;

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
}
