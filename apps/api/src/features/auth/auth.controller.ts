import { authEndpoints as endpoints } from '@baton/contracts/auth/auth.endpoints';
import type {
  RegisteredResponse,
  SessionListResponse,
  SessionUserResponse,
  SignedInResponse,
} from '@baton/contracts/auth/auth.response';
import { Controller } from '@nestjs/common';
import { Config } from '../../config/config.js';
import {
  clearAuthCookie,
  DEVICE_COOKIE,
  deviceOf,
  REFRESH_COOKIE,
  readAuthCookie,
  setAuthCookie,
} from '../../platform/access/auth-cookies.js';
import type { Call } from '../../platform/http/call.js';
import { Route } from '../../platform/http/route.decorator.js';
import { RegistrationService } from '../users/registration.service.js';
import { SessionUserQueries } from '../users/session-user.queries.js';
import { InvitationAcceptanceService } from './invitation-acceptance.service.js';
import { KnownDeviceService } from './known-device.service.js';
import { SessionQueries } from './session.queries.js';
import { SessionService } from './session.service.js';
import { type SignedIn, SignInService } from './sign-in.service.js';

type Exchange = Pick<Call<typeof endpoints.login>, 'request' | 'reply'>;

@Controller()
export class AuthController {
  constructor(
    private readonly config: Config,
    private readonly registration: RegistrationService,
    private readonly signIn: SignInService,
    private readonly invitations: InvitationAcceptanceService,
    private readonly devices: KnownDeviceService,
    private readonly sessions: SessionService,
    private readonly running: SessionQueries,
    private readonly users: SessionUserQueries,
  ) {}

  @Route(endpoints.register)
  async register({ body, request }: Call<typeof endpoints.register>): Promise<RegisteredResponse> {
    await this.registration.register(body, request.ip);
    return { status: 'pending' };
  }

  @Route(endpoints.login)
  async login(call: Call<typeof endpoints.login>): Promise<SignedInResponse> {
    const known = readAuthCookie(call, DEVICE_COOKIE);
    return this.welcome(call, await this.signIn.signIn(call.body, deviceOf(call.request), known));
  }

  @Route(endpoints.acceptInvitation)
  async acceptInvitation(call: Call<typeof endpoints.acceptInvitation>): Promise<SignedInResponse> {
    return this.welcome(call, await this.invitations.accept(call.body, deviceOf(call.request)));
  }

  @Route(endpoints.refresh)
  async refresh(call: Call<typeof endpoints.refresh>): Promise<SignedInResponse> {
    const { response, refreshToken } = await this.signIn.refresh(readAuthCookie(call, REFRESH_COOKIE));
    setAuthCookie(call, REFRESH_COOKIE, refreshToken, this.config.PUBLIC_URL);
    return response;
  }

  @Route(endpoints.logout)
  async logout(call: Call<typeof endpoints.logout>): Promise<void> {
    await this.sessions.close(readAuthCookie(call, REFRESH_COOKIE));
    clearAuthCookie(call, REFRESH_COOKIE, this.config.PUBLIC_URL);
  }

  @Route(endpoints.logoutEverywhere)
  async logoutEverywhere(call: Call<typeof endpoints.logoutEverywhere>): Promise<void> {
    await this.sessions.closeAll(call.actor);
    clearAuthCookie(call, REFRESH_COOKIE, this.config.PUBLIC_URL);
  }

  @Route(endpoints.me)
  me({ actor }: Call<typeof endpoints.me>): Promise<SessionUserResponse> {
    return this.users.get(actor);
  }

  @Route(endpoints.sessions)
  listSessions({ actor }: Call<typeof endpoints.sessions>): Promise<SessionListResponse> {
    return this.running.listOf(actor);
  }

  @Route(endpoints.revokeSession)
  revokeSession({ actor, params }: Call<typeof endpoints.revokeSession>): Promise<void> {
    return this.sessions.closeOwn(actor, params.id);
  }

  private welcome(call: Exchange, { response, refreshToken }: SignedIn): SignedInResponse {
    setAuthCookie(call, REFRESH_COOKIE, refreshToken, this.config.PUBLIC_URL);
    setAuthCookie(call, DEVICE_COOKIE, this.devices.remember(response.user.email), this.config.PUBLIC_URL);
    return response;
  }
}
