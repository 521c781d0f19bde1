import { createHash } from 'node:crypto';
import type { PersonResponse } from '@baton/contracts/users/person.response';
import type { Role } from '@baton/domain/permissions/roles';

export interface PersonRow {
  id: string;
  name: string;
  role: Role;
  avatarKey: string | null;
}

/** Changes with the picture, so that browsers may keep each one; tells nothing about where it is stored. */
export function avatarUrl({ id, avatarKey }: Pick<PersonRow, 'id' | 'avatarKey'>): string | null {
  if (!avatarKey) return null;
  const version = createHash('sha256').update(avatarKey).digest('hex').slice(0, 12);
  return `/api/users/${id}/avatar?v=${version}`;
}

export const presentPerson = (row: PersonRow): PersonResponse => ({
  id: row.id,
  name: row.name,
  role: row.role,
  avatarUrl: avatarUrl(row),
});
