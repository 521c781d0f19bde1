import { mailEndpoints } from '@baton/contracts/mail/mail.endpoints';
import type { MailListResponse, MailResponse } from '@baton/contracts/mail/mail.response';
import { Controller } from '@nestjs/common';
import type { Call } from '../../platform/http/call.js';
import { Route } from '../../platform/http/route.decorator.js';
import { MailQueries } from './mail.queries.js';

@Controller()
export class MailController {
  constructor(private readonly mails: MailQueries) {}

  @Route(mailEndpoints.list)
  list({ actor, query }: Call<typeof mailEndpoints.list>): Promise<MailListResponse> {
    return this.mails.list(actor, query);
  }

  @Route(mailEndpoints.get)
  get({ actor, params }: Call<typeof mailEndpoints.get>): Promise<MailResponse> {
    return this.mails.get(actor, params.id);
  }
}
