import type { UpdateOrganizationDto } from '@baton/contracts/organizations/organizations.dto';
import { organizationsEndpoints } from '@baton/contracts/organizations/organizations.endpoints';
import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { call } from '../../shared/api/call';
import { getSession, updateSessionUser } from '../../shared/api/session-store';

export const organizationQuery = queryOptions({
  queryKey: ['organization'],
  queryFn: ({ signal }) => call(organizationsEndpoints.get, { signal }),
});

/** The frame shows the name too, and people are marked by their domain. */
export function useSaveOrganization() {
  const client = useQueryClient();
  return async (body: UpdateOrganizationDto) => {
    const organization = await call(organizationsEndpoints.update, { body });
    client.setQueryData(organizationQuery.queryKey, organization);
    const session = getSession();
    if (session.state === 'signed-in') updateSessionUser({ ...session.user, organizationName: organization.name });
    await client.invalidateQueries({ queryKey: ['users'] });
  };
}
