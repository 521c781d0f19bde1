import type { TicketSlaResponse } from '@baton/contracts/tickets/ticket-sla.response';
import type { Channel } from '@baton/contracts/tickets/tickets.dto';
import type { FieldValue } from '@baton/domain/custom-fields/custom-field';
import type { Priority } from '@baton/domain/tickets/ticket-priority';
import type { TicketStatus } from '@baton/domain/tickets/ticket-status';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What of a promise is kept with its ticket. */
export type TicketPromise = Omit<TicketSlaResponse, 'dueAt'>;

@Entity('tickets')
export class TicketEntity {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('int')
  number: number;

  @Column('text')
  subject: string;

  @Column('text', { name: 'description_html' })
  descriptionHtml: string;

  @Column('text', { name: 'description_text' })
  descriptionText: string;

  @Column('uuid', { name: 'category_id', nullable: true })
  categoryId: string | null;

  @Column('text', { name: 'issue_type', nullable: true })
  issueType: string | null;

  @Column('text')
  priority: Priority;

  @Column('text')
  status: TicketStatus;

  @Column('uuid', { name: 'requester_id' })
  requesterId: string;

  @Column('uuid', { name: 'submitted_by_id' })
  submittedById: string;

  @Column('text', { name: 'callback_number', nullable: true })
  callbackNumber: string | null;

  @Column('uuid', { name: 'team_id', nullable: true })
  teamId: string | null;

  @Column('uuid', { name: 'assignee_id', nullable: true })
  assigneeId: string | null;

  @Column('text', { array: true })
  tags: string[];

  /** Values of the organization's own fields, by field id. */
  @Column('jsonb', { name: 'custom_fields' })
  customFields: Record<string, FieldValue>;

  @Column('text')
  channel: Channel;

  @Column('uuid', { name: 'follow_up_of_id', nullable: true })
  followUpOfId: string | null;

  @Column('int')
  version: number;

  /** Field → the version at which it last changed. */
  @Column('jsonb', { name: 'field_versions' })
  fieldVersions: Record<string, number>;

  /** Timeline numbers given out so far: all entries, and the public ones. */
  @Column('int', { name: 'last_seq' })
  lastSeq: number;

  @Column('int', { name: 'last_public_seq' })
  lastPublicSeq: number;

  @Column('uuid', { name: 'last_reply_by_id', nullable: true })
  lastReplyById: string | null;

  @Column('timestamptz', { name: 'last_reply_at', nullable: true })
  lastReplyAt: Date | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;

  /** The same as far as employees can tell: notes do not move it. */
  @Column('timestamptz', { name: 'public_updated_at' })
  publicUpdatedAt: Date;

  @Column('timestamptz', { name: 'first_responded_at', nullable: true })
  firstRespondedAt: Date | null;

  @Column('timestamptz', { name: 'resolved_at', nullable: true })
  resolvedAt: Date | null;

  @Column('timestamptz', { name: 'closed_at', nullable: true })
  closedAt: Date | null;

  /** When the promise in `sla` is due; null without one, and while it is paused. */
  @Column('timestamptz', { name: 'due_at', nullable: true })
  dueAt: Date | null;

  @Column('boolean')
  overdue: boolean;

  /** The promise that lists show, without `dueAt`. */
  @Column('jsonb', { nullable: true })
  sla: TicketPromise | null;
}
