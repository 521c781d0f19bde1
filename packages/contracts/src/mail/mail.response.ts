import { Instant, NestedList, Nullable, OneOf, Text, Uuid } from '../http/fields.js';
import { LIMITS } from '../http/limits.js';
import { MAIL_STATUSES, type MailStatus } from './mail-status.js';

export class MailSummaryResponse {
  @Uuid()
  id: string;

  @Text(LIMITS.emailMax)
  to: string;

  @Text(300)
  subject: string;

  /** Which template, for example `registration.approved`. */
  @Text(60)
  template: string;

  @OneOf(MAIL_STATUSES)
  status: MailStatus;

  @Instant()
  createdAt: string;
}

export class MailResponse extends MailSummaryResponse {
  @Text(200_000)
  html: string;

  @Text(100_000)
  text: string;

  @Nullable()
  @Text(2000)
  error: string | null;
}

export class MailListResponse {
  @NestedList(() => MailSummaryResponse)
  items: MailSummaryResponse[];

  @Nullable()
  @Text(400)
  nextCursor: string | null;
}
