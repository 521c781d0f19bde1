import type { TicketStatus } from '@baton/domain/tickets/ticket-status';

/** Somebody or something named by an entry at the time it was written. */
export interface Named {
  id: string;
  name: string;
}

/** Event type → what its timeline entry carries. `Named` values keep the name of that time. */
export interface TimelineData {
  'ticket.created': { onBehalfOf?: Named; followUpOf?: { id: string; number: string } };
  'ticket.status_changed': {
    from: TicketStatus;
    to: TicketStatus;
    reason?: string;
    because?: 'claimed' | 'requester_replied' | 'reopen_window_over';
  };
  'ticket.assigned': { from: Named | null; to: Named | null; claimed?: true };
  'ticket.team_changed': { from: Named | null; to: Named | null };
  'ticket.edited': { fields: Record<string, { from: unknown; to: unknown }> };
  'ticket.watcher_added': { who: Named };
  'ticket.watcher_removed': { who: Named };
  'ticket.followed_up': { followUp: { id: string; number: string } };
  /** `mentions` are the ids of colleagues the message calls. */
  'message.sent': { mentions?: string[] };
  'note.added': { mentions?: string[] };
  'message.edited': { messageId: string };
  'message.redacted': { messageId: string; reason?: string };
}

export type TimelineType = keyof TimelineData;
