import type { OrganizationResponse } from '@baton/contracts/organizations/organizations.response';

/** What members see of their organization: picked by name, whatever else the row may hold. */
export const presentOrganization = (tenant: OrganizationResponse): OrganizationResponse => ({
  id: tenant.id,
  slug: tenant.slug,
  name: tenant.name,
  ticketPrefix: tenant.ticketPrefix,
  emailDomains: tenant.emailDomains,
  reopenWindowDays: tenant.reopenWindowDays,
});
