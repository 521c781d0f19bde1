import { ACCOUNT_STATUSES, type AccountStatus } from '@baton/domain/accounts/account-status';
import { ROLES, type Role } from '@baton/domain/permissions/roles';
import {
  Flag,
  Href,
  Instant,
  Line,
  Nested,
  NestedList,
  Nullable,
  OneOf,
  Text,
  Uuid,
  Uuids,
  Whole,
} from '../http/fields.js';
import { LIMITS } from '../http/limits.js';
import { THEMES, type ThemeChoice } from '../users/profile.js';

/** The signed-in person, as `GET /api/auth/me` and sign-in tell it. */
export class SessionUserResponse {
  @Uuid()
  id: string;

  @Uuid()
  tenantId: string;

  @Line(LIMITS.nameMax)
  name: string;

  @Text(LIMITS.emailMax)
  email: string;

  @Nullable()
  @Text(LIMITS.phoneMax)
  phone: string | null;

  @OneOf(ROLES)
  role: Role;

  @OneOf(ACCOUNT_STATUSES)
  status: AccountStatus;

  @Nullable()
  @Text(20)
  employeeNumber: string | null;

  /** Relative link to the picture, or null for initials. */
  @Nullable()
  @Href()
  avatarUrl: string | null;

  @Text(60)
  timeZone: string;

  @Text(10)
  language: string;

  @OneOf(THEMES)
  theme: ThemeChoice;

  /** E-mails this person wants for things that happen to their tickets. */
  @Flag()
  mailNotifications: boolean;

  @Text(LIMITS.slugMax)
  organizationSlug: string;

  @Line(LIMITS.nameMax)
  organizationName: string;

  @Uuids()
  teamIds: string[];
}

export class SignedInResponse {
  @Text(4000)
  accessToken: string;

  /** Seconds until the access token ends. */
  @Whole(1, 86_400)
  expiresIn: number;

  @Nested(() => SessionUserResponse)
  user: SessionUserResponse;
}

export class RegisteredResponse {
  @OneOf(['pending'])
  status: 'pending';
}

export class SessionResponse {
  @Uuid()
  id: string;

  @Flag()
  current: boolean;

  @Text(400)
  userAgent: string;

  @Text(60)
  ip: string;

  @Instant()
  createdAt: string;

  @Instant()
  lastUsedAt: string;
}

export class SessionListResponse {
  @NestedList(() => SessionResponse)
  items: SessionResponse[];
}
