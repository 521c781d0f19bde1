import type { ApiError } from '../../shared/api/api-error';

export interface OrganizationChoice {
  slug: string;
  name: string;
}

const isChoice = (value: unknown): value is OrganizationChoice =>
  typeof value === 'object' && value !== null && 'slug' in value && 'name' in value;

/** The organizations in `auth.organization_required`. */
export const organizationChoices = (error: ApiError): OrganizationChoice[] => {
  const { organizations } = error.details;
  return Array.isArray(organizations) ? organizations.filter(isChoice) : [];
};
