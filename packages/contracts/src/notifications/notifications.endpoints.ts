import { endpoint } from '../http/endpoint.js';
import { ListNotificationsQuery, ReadNotificationsDto } from './notifications.dto.js';
import { NotificationListResponse, UnreadNotificationsResponse } from './notifications.response.js';

export const notificationsEndpoints = {
  list: endpoint({
    method: 'GET',
    path: '/notifications',
    access: 'self.manage',
    summary: 'What happened that concerns me, newest first',
    query: ListNotificationsQuery,
    response: NotificationListResponse,
  }),
  read: endpoint({
    method: 'POST',
    path: '/notifications/read',
    access: 'self.manage',
    summary: 'I have read these, or all',
    body: ReadNotificationsDto,
    response: UnreadNotificationsResponse,
  }),
};
