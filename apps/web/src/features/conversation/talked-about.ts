import type { TicketResponse } from '@baton/contracts/tickets/tickets.response';

/** What a conversation needs to know of its ticket. */
export type TalkedAbout = Pick<
  TicketResponse,
  | 'id'
  | 'number'
  | 'status'
  | 'can'
  | 'requester'
  | 'submittedBy'
  | 'createdAt'
  | 'description'
  | 'attachments'
  | 'lastSeq'
  | 'lastReadSeq'
  | 'mergedInto'
>;
