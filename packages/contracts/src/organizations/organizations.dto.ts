import { ArrayMaxSize, IsArray, IsFQDN, MaxLength } from 'class-validator';
import { Line, Optional, Whole } from '../http/fields.js';
import { LIMITS } from '../http/limits.js';

export class UpdateOrganizationDto {
  @Optional()
  @Line(LIMITS.nameMax)
  name?: string;

  /** Mail domains of the organization's own people. */
  @Optional()
  @IsArray()
  @ArrayMaxSize(50)
  @MaxLength(253, { each: true })
  @IsFQDN({ require_tld: true, allow_numeric_tld: false }, { each: true })
  emailDomains?: string[];

  /** Days in which a resolved ticket may be reopened; then it closes by itself. */
  @Optional()
  @Whole(1, 365)
  reopenWindowDays?: number;
}
