import type { Actor } from '@baton/domain/permissions/actor';
import { Injectable } from '@nestjs/common';
import { NotificationsListeners } from './notifications.listeners.js';
import { TicketRecipientsQueries } from './ticket-recipients.queries.js';

/** For a past that nobody watched, such as the demo's: the bell rings, no mail is written. */
@Injectable()
export class PastNotificationsService {
  constructor(
    private readonly recipients: TicketRecipientsQueries,
    private readonly listeners: NotificationsListeners,
  ) {}

  /** Within the open transaction. */
  async ringSince(actor: Actor, since: Date): Promise<void> {
    for (const event of await this.recipients.eventsSince(actor, since)) await this.listeners.ring(event);
  }
}
