import { authEndpoints as endpoints } from '@baton/contracts/auth/auth.endpoints';
import { Controller } from '@nestjs/common';
import type { Call } from '../../platform/http/call.js';
import { Route } from '../../platform/http/route.decorator.js';
import { PasswordService } from './password.service.js';

@Controller()
export class PasswordController {
  constructor(private readonly passwords: PasswordService) {}

  @Route(endpoints.forgotPassword)
  forgot({ body, request }: Call<typeof endpoints.forgotPassword>): Promise<void> {
    return this.passwords.forgot(body, request.ip);
  }

  @Route(endpoints.resetPassword)
  reset({ body, request }: Call<typeof endpoints.resetPassword>): Promise<void> {
    return this.passwords.reset(body, request.ip);
  }

  @Route(endpoints.changePassword)
  change({ actor, body }: Call<typeof endpoints.changePassword>): Promise<void> {
    return this.passwords.change(actor, body);
  }
}
