import type { Permission } from '@baton/domain/permissions/roles';
import type { ComponentType } from 'react';
import { type Ahead, loadedAhead as page } from '../shared/ui/loaded-ahead';

/** `bare` stands alone, `desk` has the rail and the header, `admin` has the admin's own navigation as well. */
export type Frame = 'bare' | 'desk' | 'admin';

export interface AppRoute {
  path: string;
  frame: Frame;
  /** Who may; everybody signed in when absent. `bare` pages are for everybody. */
  needs?: Permission;
  Page: ComponentType;
  /** Loads the page's code ahead, on hover. */
  preload: () => Promise<{ default: Ahead }>;
}

/** Every address of the app, one line each. What is not here is not in the navigation either. */
export const routes: AppRoute[] = [
  { path: '/sign-in', frame: 'bare', ...page(() => import('../pages/sign-in-page'), 'SignInPage') },
  { path: '/register', frame: 'bare', ...page(() => import('../pages/register-page'), 'RegisterPage') },
  {
    path: '/forgot-password',
    frame: 'bare',
    ...page(() => import('../pages/forgot-password-page'), 'ForgotPasswordPage'),
  },
  {
    path: '/reset-password',
    frame: 'bare',
    ...page(() => import('../pages/reset-password-page'), 'ResetPasswordPage'),
  },
  {
    path: '/accept-invitation',
    frame: 'bare',
    ...page(() => import('../pages/accept-invitation-page'), 'AcceptInvitationPage'),
  },
  {
    path: '/admin/approvals',
    frame: 'admin',
    needs: 'registration.decide',
    ...page(() => import('../pages/approvals-page'), 'ApprovalsPage'),
  },
  {
    path: '/admin/people/:id?',
    frame: 'admin',
    needs: 'user.manage',
    ...page(() => import('../pages/people-page'), 'PeoplePage'),
  },
  {
    path: '/admin/assignment/:id?',
    frame: 'admin',
    needs: 'work.manage',
    ...page(() => import('../pages/assignment-page'), 'AssignmentPage'),
  },
  {
    path: '/admin/categories',
    frame: 'admin',
    needs: 'category.manage',
    ...page(() => import('../pages/categories-page'), 'CategoriesPage'),
  },
  {
    path: '/admin/fields',
    frame: 'admin',
    needs: 'customField.manage',
    ...page(() => import('../pages/custom-fields-page'), 'CustomFieldsPage'),
  },
  {
    path: '/admin/policies/:id?',
    frame: 'admin',
    needs: 'sla.manage',
    ...page(() => import('../pages/policies-page'), 'PoliciesPage'),
  },
  {
    path: '/admin/calendars/:id?',
    frame: 'admin',
    needs: 'sla.manage',
    ...page(() => import('../pages/calendars-page'), 'CalendarsPage'),
  },
  {
    path: '/admin/organization',
    frame: 'admin',
    needs: 'organization.manage',
    ...page(() => import('../pages/organization-page'), 'OrganizationPage'),
  },
  {
    path: '/admin/mailbox',
    frame: 'admin',
    needs: 'mailbox.read',
    ...page(() => import('../pages/mailbox-page'), 'MailboxPage'),
  },
  { path: '/profile', frame: 'desk', ...page(() => import('../pages/profile-page'), 'ProfilePage') },
  { path: '/', frame: 'desk', ...page(() => import('../pages/home-page'), 'HomePage') },
  { path: '/tickets', frame: 'desk', ...page(() => import('../pages/my-tickets-page'), 'MyTicketsPage') },
  {
    path: '/tickets/new',
    frame: 'desk',
    needs: 'ticket.create',
    ...page(() => import('../pages/new-ticket-page'), 'NewTicketPage'),
  },
  { path: '/tickets/:id', frame: 'desk', ...page(() => import('../pages/ticket-page'), 'TicketPage') },
  {
    path: '/queue/:id?',
    frame: 'desk',
    needs: 'ticket.readAll',
    ...page(() => import('../pages/queue-page'), 'QueuePage'),
  },
  { path: '/macros', frame: 'desk', needs: 'macro.use', ...page(() => import('../pages/macros-page'), 'MacrosPage') },
  { path: '/search', frame: 'desk', ...page(() => import('../pages/search-page'), 'SearchPage') },
  {
    path: '/analytics',
    frame: 'desk',
    needs: 'analytics.read',
    ...page(() => import('../pages/analytics-page'), 'AnalyticsPage'),
  },
  { path: '*', frame: 'bare', ...page(() => import('../pages/not-found-page'), 'NotFoundPage') },
];

/** The route of an address in the navigation, if there is one. An optional id may follow it. */
export const routeAt = (path: string): AppRoute | undefined =>
  routes.find((route) => route.path === path || route.path === `${path}/:id?`);
