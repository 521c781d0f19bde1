import type { UserResponse } from '@baton/contracts/users/users.response';
import { presentPerson } from './person.presenter.js';
import type { UserEntity } from './user.entity.js';

export type UserRow = Omit<
  UserEntity,
  'tenantId' | 'passwordHash' | 'timeZone' | 'language' | 'theme' | 'mailNotifications'
> & {
  teamIds: string[];
  knownDomain: boolean;
};

export const presentUser = (row: UserRow): UserResponse => ({
  ...presentPerson(row),
  email: row.email,
  phone: row.phone,
  status: row.status,
  employeeNumber: row.employeeNumber,
  teamIds: row.teamIds,
  invitationPending: row.invitationPending,
  knownDomain: row.knownDomain,
  rejectedReason: row.rejectedReason,
  createdAt: row.createdAt.toISOString(),
  lastSignInAt: row.lastSignInAt?.toISOString() ?? null,
});
