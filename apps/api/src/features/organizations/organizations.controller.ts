import { organizationsEndpoints } from '@baton/contracts/organizations/organizations.endpoints';
import type { OrganizationResponse } from '@baton/contracts/organizations/organizations.response';
import { Controller } from '@nestjs/common';
import type { Call } from '../../platform/http/call.js';
import { Route } from '../../platform/http/route.decorator.js';
import { TenantQueries } from '../tenants/tenant.queries.js';
import { TenantSettingsService } from '../tenants/tenant-settings.service.js';
import { presentOrganization } from './organization.presenter.js';

@Controller()
export class OrganizationsController {
  constructor(
    private readonly queries: TenantQueries,
    private readonly settings: TenantSettingsService,
  ) {}

  @Route(organizationsEndpoints.get)
  async get({ actor }: Call<typeof organizationsEndpoints.get>): Promise<OrganizationResponse> {
    return presentOrganization(await this.queries.get(actor));
  }

  @Route(organizationsEndpoints.update)
  async update({ actor, body }: Call<typeof organizationsEndpoints.update>): Promise<OrganizationResponse> {
    return presentOrganization(await this.settings.change(actor, body));
  }
}
