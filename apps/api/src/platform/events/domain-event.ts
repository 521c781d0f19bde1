/** A change as stored: the spine from which timeline, audit, mails and live updates follow. */
export interface DomainEvent {
  id: string;
  tenantId: string;
  /** Past tense, `noun.verb_ed`. */
  type: string;
  occurredAt: Date;
  /** Null: the product itself. */
  actorId: string | null;
  /** What the event is about: a ticket, user, team, category or the organization. */
  subjectId: string;
  ticketId: string | null;
  /** Place in the ticket's timeline; null when it has none. */
  seq: number | null;
  /** Place among the public entries; null for internal ones. */
  publicSeq: number | null;
  messageId: string | null;
  data: Record<string, unknown>;
}

/** What the writer of a change says; the recorder adds the rest. */
export interface NewEvent {
  type: string;
  subjectId: string;
  ticketId?: string;
  seq?: number;
  publicSeq?: number | null;
  messageId?: string;
  data?: Record<string, unknown>;
  /** Something that was told before, in a new place: it is shown live, but no mail or notification follows. */
  isOldNews?: boolean;
}
