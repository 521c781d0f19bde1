import { Line, Lines, Text, Uuid, Whole } from '../http/fields.js';
import { LIMITS } from '../http/limits.js';

export class OrganizationResponse {
  @Uuid()
  id: string;

  @Text(LIMITS.slugMax)
  slug: string;

  @Line(LIMITS.nameMax)
  name: string;

  /** What stands before every ticket number. */
  @Text(10)
  ticketPrefix: string;

  @Lines(50, 253)
  emailDomains: string[];

  @Whole(1, 365)
  reopenWindowDays: number;
}
