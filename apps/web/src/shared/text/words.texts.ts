import type { AccountStatus } from '@baton/domain/accounts/account-status';
import type { Role } from '@baton/domain/permissions/roles';
import type { SlaMetric } from '@baton/domain/sla/policy';
import type { Priority } from '@baton/domain/tickets/ticket-priority';
import type { TicketStatus } from '@baton/domain/tickets/ticket-status';
import { defineTexts } from './define-texts';

interface Words {
  status: Record<TicketStatus, string>;
  priority: Record<Priority, string>;
  metric: Record<SlaMetric, string>;
  role: Record<Role, string>;
  account: Record<AccountStatus, string>;
  [group: string]: Record<string, string>;
}

/** The product's own words, as people read them. */
export const words = defineTexts<Words>({
  en: {
    status: {
      new: 'New',
      open: 'Open',
      in_progress: 'In progress',
      waiting: 'Waiting',
      resolved: 'Resolved',
      closed: 'Closed',
      withdrawn: 'Withdrawn',
    },
    priority: { low: 'Low', medium: 'Medium', high: 'High', urgent: 'Urgent' },
    metric: { first_response: 'First response', next_response: 'Next response', resolution: 'Resolution' },
    role: { employee: 'Employee', coordinator: 'Coordinator', admin: 'Admin' },
    account: { pending: 'Waiting for approval', approved: 'Active', rejected: 'Rejected', suspended: 'Suspended' },
  },
});
