import type { NotificationKind } from '@baton/contracts/notifications/notifications.response';
import { defineTexts } from '../../shared/text/define-texts';

/** Without a name the product itself did it. */
const did: Record<NotificationKind, (by: string | null) => string> = {
  merged: (by) => `${by ?? 'Somebody'} merged your ticket into another one`,
  mentioned: (by) => `${by ?? 'Somebody'} mentioned you`,
  assigned: (by) => (by ? `${by} gave this to you` : 'Given to you'),
  replied: (by) => `${by ?? 'Somebody'} replied`,
  nobody_found: () => 'Nobody was found for this',
  sla_warning: () => 'Due soon',
  sla_breached: () => 'Overdue',
};

export const texts = defineTexts({
  en: {
    title: 'Notifications',
    bell: (unread: number) => (unread === 0 ? 'Notifications' : `Notifications, ${unread} unread`),
    many: '99+',
    readAll: 'Mark all as read',
    empty: 'Nothing new',
    emptyText: 'When somebody mentions you, gives you a ticket or replies to you, it shows here.',
    failed: 'Notifications did not load',
    unread: 'Unread',
    did,
  },
});
