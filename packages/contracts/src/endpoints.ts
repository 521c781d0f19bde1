import { analyticsEndpoints } from './analytics/analytics.endpoints.js';
import { assignmentEndpoints } from './assignment/assignment.endpoints.js';
import { authEndpoints } from './auth/auth.endpoints.js';
import { bulkEditsEndpoints } from './bulk-edits/bulk-edits.endpoints.js';
import { categoriesEndpoints } from './categories/categories.endpoints.js';
import { changesEndpoints } from './changes/changes.endpoints.js';
import { conversationEndpoints } from './conversation/conversation.endpoints.js';
import { customFieldsEndpoints } from './custom-fields/custom-fields.endpoints.js';
import { draftsEndpoints } from './drafts/drafts.endpoints.js';
import { filesEndpoints } from './files/files.endpoints.js';
import { clockEndpoints, healthEndpoints } from './health/health.endpoints.js';
import type { AnyEndpoint } from './http/endpoint.js';
import { macrosEndpoints } from './macros/macros.endpoints.js';
import { mailEndpoints } from './mail/mail.endpoints.js';
import { notificationsEndpoints } from './notifications/notifications.endpoints.js';
import { organizationsEndpoints } from './organizations/organizations.endpoints.js';
import { queueEndpoints } from './queue/queue.endpoints.js';
import { relationsEndpoints } from './relations/relations.endpoints.js';
import { searchEndpoints } from './search/search.endpoints.js';
import { skillsEndpoints } from './skills/skills.endpoints.js';
import { slaEndpoints } from './sla/sla.endpoints.js';
import { teamsEndpoints } from './teams/teams.endpoints.js';
import { ticketsEndpoints } from './tickets/tickets.endpoints.js';
import { usersEndpoints } from './users/users.endpoints.js';
import { workProfilesEndpoints } from './work-profiles/work-profiles.endpoints.js';

/** The whole table, by feature. */
export const ENDPOINTS = {
  auth: authEndpoints,
  users: usersEndpoints,
  teams: teamsEndpoints,
  categories: categoriesEndpoints,
  organizations: organizationsEndpoints,
  queue: queueEndpoints,
  customFields: customFieldsEndpoints,
  changes: changesEndpoints,
  tickets: ticketsEndpoints,
  conversation: conversationEndpoints,
  relations: relationsEndpoints,
  bulkEdits: bulkEditsEndpoints,
  drafts: draftsEndpoints,
  macros: macrosEndpoints,
  notifications: notificationsEndpoints,
  files: filesEndpoints,
  search: searchEndpoints,
  sla: slaEndpoints,
  skills: skillsEndpoints,
  workProfiles: workProfilesEndpoints,
  assignment: assignmentEndpoints,
  analytics: analyticsEndpoints,
  mail: mailEndpoints,
  health: healthEndpoints,
  clock: clockEndpoints,
};

export const allEndpoints = (): AnyEndpoint[] => Object.values(ENDPOINTS).flatMap((group) => Object.values(group));
