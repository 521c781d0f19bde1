import type { WaitingReason } from '@baton/domain/assignment/decision';
import type { EscalationAudience, SlaMetric } from '@baton/domain/sla/policy';
import type { TicketStatus } from '@baton/domain/tickets/ticket-status';
import type { AttachmentResponse } from '../files/files.response.js';
import type { LinkKind } from '../relations/relations.dto.js';
import type { PersonResponse } from '../users/person.response.js';

/** Somebody or something named by an entry at the time it was written. */
export interface Named {
  id: string;
  name: string;
}

/** Another ticket as an entry names it. */
export interface TicketRef {
  id: string;
  number: string;
}

/** Who wrote a reply, as the ticket saw them then: somebody who works on it for somebody else, or those who asked. */
export type MessageSide = 'desk' | 'requester';

/** What a merged ticket asked, as it reads now. Filled in when the entry is read. */
export interface MergedRequest {
  ticket: TicketRef;
  subject: string;
  /** Sanitized HTML. */
  description: string;
  requester: PersonResponse;
  attachments: AttachmentResponse[];
  createdAt: string;
}

/** Which promise an entry is about; instants in ISO 8601. A type, so that it counts as a record. */
export type SlaEntry = {
  metric: SlaMetric;
  cycle: number;
  policy: string;
  targetMinutes: number;
  dueAt: string;
  /** Who is told, by the policy of that moment. */
  notify: EscalationAudience[];
};

export interface SlaTarget {
  policy: string;
  targetMinutes: number;
  /** Null while the clock is paused. */
  dueAt: string | null;
}

/** Event type → what its timeline entry carries. `Named` values keep the name of that time. */
export interface TimelineData {
  'ticket.created': { onBehalfOf?: Named; followUpOf?: TicketRef; splitFrom?: TicketRef };
  'ticket.status_changed': {
    from: TicketStatus;
    to: TicketStatus;
    reason?: string;
    because?: 'claimed' | 'requester_replied' | 'reopen_window_over' | 'merged' | 'unmerged' | 'unsplit' | 'restored';
  };
  /** `returned`: to the pool by the product itself, since nobody was there to go on with it. */
  'ticket.assigned': { from: Named | null; to: Named | null; claimed?: true; returned?: true };
  /** Nobody was found, and no other ticket of the team waits for the same reason: the admins are told. */
  'assignment.waiting': { team: Named; reason: WaitingReason };
  'ticket.team_changed': { from: Named | null; to: Named | null };
  /** `name` is that of a custom field at the time; its key is `customFields.<id>`. */
  'ticket.edited': { fields: Record<string, { from: unknown; to: unknown; name?: string }> };
  'ticket.watcher_added': { who: Named };
  'ticket.watcher_removed': { who: Named };
  'ticket.followed_up': { followUp: TicketRef };
  /**
   * On the ticket that goes on: `from`, and as long as it is merged its `requests` (those merged into it before as
   * well). On the merged one: `into`, null for readers who may not see that ticket.
   */
  'ticket.merged': { from?: TicketRef; requests?: MergedRequest[]; into?: TicketRef | null };
  /** On the ticket left: `from`. On the one taken out: `outOf`, null for readers who may not see that ticket. */
  'ticket.unmerged': { from?: TicketRef; outOf?: TicketRef | null };
  /** Here and below the other ticket is null for readers who may not see it. */
  'ticket.split': { to: TicketRef | null; messageId: string };
  'ticket.unsplit': { to: TicketRef | null };
  /** `kind` is what the other ticket is to this one. */
  'ticket.linked': { kind: LinkKind; other: TicketRef | null };
  'ticket.unlinked': { kind: LinkKind; other: TicketRef | null };
  /** A bulk edit was undone here. Status and team go back in entries of their own. */
  'ticket.restored': { fields: Record<string, { from: unknown; to: unknown }> };
  /** `mentions` are the ids of colleagues the message calls; `movedFrom`: it came here by a merge. */
  'message.sent': { mentions?: string[]; movedFrom?: TicketRef; side?: MessageSide };
  'note.added': { mentions?: string[]; movedFrom?: TicketRef };
  /** Stands where a message was that lives on another ticket now; `to` is null for readers who may not see that one. */
  'message.moved': { to: TicketRef | null };
  /** `percent` of the target has gone by. */
  'sla.warning': SlaEntry & { percent: number };
  'sla.breached': SlaEntry;
  /** What was promised before and what is now; null: nothing. The clock keeps its start. */
  'sla.target_changed': { metric: SlaMetric; cycle: number; from: SlaTarget | null; to: SlaTarget | null };
  'message.edited': { messageId: string };
  'message.redacted': { messageId: string; reason?: string };
}

export type TimelineType = keyof TimelineData;
