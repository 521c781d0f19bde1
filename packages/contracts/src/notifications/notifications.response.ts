import { Flag, Instant, Nested, NestedList, Nullable, OneOf, Text, Uuid, Whole } from '../http/fields.js';
import { TicketLinkResponse } from '../tickets/tickets.response.js';
import { PersonResponse } from '../users/person.response.js';

export const NOTIFICATION_KINDS = [
  'mentioned',
  'assigned',
  'replied',
  'merged',
  'nobody_found',
  'sla_warning',
  'sla_breached',
] as const;
export type NotificationKind = (typeof NOTIFICATION_KINDS)[number];

/** Something that concerns the reader alone. */
export class NotificationResponse {
  @Uuid()
  id: string;

  @OneOf(NOTIFICATION_KINDS)
  kind: NotificationKind;

  @Nested(() => TicketLinkResponse)
  ticket: TicketLinkResponse;

  /** Null: the product itself. */
  @Nullable()
  @Nested(() => PersonResponse)
  actor: PersonResponse | null;

  @Flag()
  read: boolean;

  @Instant()
  createdAt: string;
}

export class NotificationListResponse {
  /** Newest first. */
  @NestedList(() => NotificationResponse)
  items: NotificationResponse[];

  @Nullable()
  @Text(400)
  nextCursor: string | null;

  /** How many are unread altogether. */
  @Whole(0, 2_147_483_647)
  unread: number;
}

export class UnreadNotificationsResponse {
  @Whole(0, 2_147_483_647)
  unread: number;
}
