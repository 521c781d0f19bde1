import type { WaitingReason } from '@baton/domain/assignment/decision';
import type { Role } from '@baton/domain/permissions/roles';
import type { SlaMetric } from '@baton/domain/sla/policy';
import type { TicketStatus } from '@baton/domain/tickets/ticket-status';

/** What every mail knows. */
export interface Reader {
  organizationName: string;
  recipientName: string;
  /** Where Baton is reached, without a slash at the end. */
  baseUrl: string;
  /** The reader's zone, for clock times. */
  timeZone: string;
}

interface Ticket {
  /** As people say it: `ACME-1042`. */
  number: string;
  subject: string;
  ticketId: string;
}

interface Promised {
  metric: SlaMetric;
  dueAt: Date;
  /** The policy that made the promise. */
  policy: string;
}

type Nothing = Record<never, never>;

/** Every mail Baton sends, and what it alone needs to be told. No internal note is among them: they never leave by mail. */
interface Told {
  'registration.pending': Nothing;
  /** To the owner of an address somebody tried to register again. */
  'registration.exists': Nothing;
  /** To the admins. */
  'registration.waiting': { name: string; email: string; userId: string };
  'registration.approved': Nothing;
  'registration.rejected': { reason: string };
  invitation: { invitedBy: string; role: Role; url: string; expiresAt: Date };
  'password.reset': { url: string; expiresAt: Date };
  'password.changed': { at: Date; ip: string };
  'ticket.received': Ticket;
  /** To the admins, once for all tickets of the team that wait for the same reason. */
  'ticket.nobody_found': Ticket & { team: string; reason: WaitingReason };
  'ticket.assigned_to_you': Ticket & { by: string };
  /** Says nothing of the message: it may be a note. */
  'ticket.mentioned': Ticket & { by: string };
  'ticket.with_person': Ticket & { assignee: string };
  /** `bodyHtml` has been through the sanitizer. */
  'ticket.replied': Ticket & { author: string; bodyHtml: string; bodyText: string };
  /** `actor` is empty when the product's own timer did it. */
  'ticket.status_changed': Ticket & { from: TicketStatus; to: TicketStatus; actor: string; reason?: string };
  /** A reply to a closed ticket became a ticket of its own. */
  'ticket.followed_up': Ticket & { followUpNumber: string };
  /** To whoever asked in the merged one: `number` is theirs. */
  'ticket.merged': Ticket & { intoNumber: string };
  /** A promise will be broken soon, or was. */
  'ticket.due_soon': Ticket & Promised;
  'ticket.overdue': Ticket & Promised;
}

export type MailKey = keyof Told;
export type MailParams = { [Key in MailKey]: Told[Key] & Reader };
