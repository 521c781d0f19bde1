import { ACCOUNT_STATUSES, type AccountStatus } from '@baton/domain/accounts/account-status';
import { Flag, Instant, NestedList, Nullable, OneOf, Text, Uuids, Whole } from '../http/fields.js';
import { LIMITS } from '../http/limits.js';
import { PersonResponse } from './person.response.js';

/** A person as coordinators and admins see them. */
export class UserResponse extends PersonResponse {
  @Text(LIMITS.emailMax)
  email: string;

  @Nullable()
  @Text(LIMITS.phoneMax)
  phone: string | null;

  @OneOf(ACCOUNT_STATUSES)
  status: AccountStatus;

  @Nullable()
  @Text(20)
  employeeNumber: string | null;

  @Uuids()
  teamIds: string[];

  /** Invited, and has not chosen a password yet. */
  @Flag()
  invitationPending: boolean;

  /** The e-mail's domain is one of the organization's own. */
  @Flag()
  knownDomain: boolean;

  @Nullable()
  @Text(LIMITS.reasonMax)
  rejectedReason: string | null;

  @Instant()
  createdAt: string;

  @Nullable()
  @Instant()
  lastSignInAt: string | null;
}

export class UserListResponse {
  @NestedList(() => UserResponse)
  items: UserResponse[];

  @Nullable()
  @Text(400)
  nextCursor: string | null;

  @Whole(0, Number.MAX_SAFE_INTEGER)
  total: number;
}
