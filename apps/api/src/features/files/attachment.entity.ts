import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('attachments')
export class AttachmentEntity {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'uploader_id' })
  uploaderId: string;

  /** Null until a ticket or message carries the file. */
  @Column('uuid', { name: 'ticket_id', nullable: true })
  ticketId: string | null;

  /** Null on a ticket: a file of its description. */
  @Column('uuid', { name: 'message_id', nullable: true })
  messageId: string | null;

  @Column('text')
  name: string;

  @Column('text', { name: 'media_type' })
  mediaType: string;

  @Column('int')
  size: number;

  @Column('text')
  sha256: string;

  @Column('text', { name: 'storage_key' })
  storageKey: string;

  @Column('text', { name: 'thumbnail_key', nullable: true })
  thumbnailKey: string | null;

  @Column('int', { nullable: true })
  width: number | null;

  @Column('int', { nullable: true })
  height: number | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}
