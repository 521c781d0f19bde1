import { ROLES, type Role } from '@baton/domain/permissions/roles';
import { Href, Line, Nullable, OneOf, Uuid } from '../http/fields.js';
import { LIMITS } from '../http/limits.js';

/** Somebody, as named beside a ticket or a message. */
export class PersonResponse {
  @Uuid()
  id: string;

  @Line(LIMITS.nameMax)
  name: string;

  @OneOf(ROLES)
  role: Role;

  @Nullable()
  @Href()
  avatarUrl: string | null;
}
