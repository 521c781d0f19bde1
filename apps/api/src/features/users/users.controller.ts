import { usersEndpoints as endpoints } from '@baton/contracts/users/users.endpoints';
import type { UserListResponse, UserResponse } from '@baton/contracts/users/users.response';
import { Controller } from '@nestjs/common';
import type { Call } from '../../platform/http/call.js';
import { Route } from '../../platform/http/route.decorator.js';
import { AccountStatusService } from './account-status.service.js';
import { InvitationService } from './invitation.service.js';
import { RegistrationDecisionService } from './registration-decision.service.js';
import { UserQueries } from './user.queries.js';
import { UserAdminService } from './user-admin.service.js';

@Controller()
export class UsersController {
  constructor(
    private readonly queries: UserQueries,
    private readonly invitations: InvitationService,
    private readonly decisions: RegistrationDecisionService,
    private readonly accounts: AccountStatusService,
    private readonly admin: UserAdminService,
  ) {}

  @Route(endpoints.list)
  list({ actor, query }: Call<typeof endpoints.list>): Promise<UserListResponse> {
    return this.queries.list(actor, query);
  }

  @Route(endpoints.get)
  get({ actor, params }: Call<typeof endpoints.get>): Promise<UserResponse> {
    return this.queries.get(actor, params.id);
  }

  @Route(endpoints.invite)
  async invite({ actor, body }: Call<typeof endpoints.invite>): Promise<UserResponse> {
    return this.queries.get(actor, await this.invitations.invite(actor, body));
  }

  @Route(endpoints.resendInvitation)
  async resendInvitation({ actor, params }: Call<typeof endpoints.resendInvitation>): Promise<UserResponse> {
    await this.invitations.resend(actor, params.id);
    return this.queries.get(actor, params.id);
  }

  @Route(endpoints.update)
  async update({ actor, params, body }: Call<typeof endpoints.update>): Promise<UserResponse> {
    await this.admin.update(actor, params.id, body);
    return this.queries.get(actor, params.id);
  }

  @Route(endpoints.approve)
  async approve({ actor, params }: Call<typeof endpoints.approve>): Promise<UserResponse> {
    await this.decisions.approve(actor, [params.id]);
    return this.queries.get(actor, params.id);
  }

  @Route(endpoints.approveMany)
  async approveMany({ actor, body }: Call<typeof endpoints.approveMany>): Promise<UserListResponse> {
    await this.decisions.approve(actor, body.userIds);
    const items = await this.queries.byIds(actor, body.userIds);
    return { items, nextCursor: null, total: items.length };
  }

  @Route(endpoints.reject)
  async reject({ actor, params, body }: Call<typeof endpoints.reject>): Promise<UserResponse> {
    await this.decisions.reject(actor, params.id, body.reason);
    return this.queries.get(actor, params.id);
  }

  @Route(endpoints.suspend)
  async suspend({ actor, params }: Call<typeof endpoints.suspend>): Promise<UserResponse> {
    await this.accounts.suspend(actor, params.id);
    return this.queries.get(actor, params.id);
  }

  @Route(endpoints.reactivate)
  async reactivate({ actor, params }: Call<typeof endpoints.reactivate>): Promise<UserResponse> {
    await this.accounts.reactivate(actor, params.id);
    return this.queries.get(actor, params.id);
  }
}
