import { notificationsEndpoints as endpoints } from '@baton/contracts/notifications/notifications.endpoints';
import type {
  NotificationListResponse,
  UnreadNotificationsResponse,
} from '@baton/contracts/notifications/notifications.response';
import { Controller } from '@nestjs/common';
import type { Call } from '../../platform/http/call.js';
import { Route } from '../../platform/http/route.decorator.js';
import { NotificationsQueries } from './notifications.queries.js';
import { NotificationsService } from './notifications.service.js';

@Controller()
export class NotificationsController {
  constructor(
    private readonly queries: NotificationsQueries,
    private readonly notifications: NotificationsService,
  ) {}

  @Route(endpoints.list)
  list({ actor, query }: Call<typeof endpoints.list>): Promise<NotificationListResponse> {
    return this.queries.list(actor, query);
  }

  @Route(endpoints.read)
  read({ actor, body }: Call<typeof endpoints.read>): Promise<UnreadNotificationsResponse> {
    return this.notifications.read(actor, body);
  }
}
