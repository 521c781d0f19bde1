import type { WorkProfileResponse } from '@baton/contracts/work-profiles/work-profiles.response';
import { isAbsent, isOnShift, today } from '@baton/domain/work-profiles/working-time';
import { presentPerson } from '../users/person.presenter.js';
import { type WorkProfile, zoneOf } from './work-profile.queries.js';

/** Whether somebody may be given work as far as time goes. */
export const presenceAt = (profile: Pick<WorkProfile, 'hours' | 'absences' | 'timeZone'>, now: Date) => ({
  onShift: isOnShift(profile.hours, now.getTime()),
  absent: isAbsent(profile.absences, zoneOf(profile), now.getTime()),
});

export function presentWorkProfile(profile: WorkProfile, now: Date): WorkProfileResponse {
  const { id, name, role, avatarKey, timeZone, lastAssignedAt, absences, availabilitySince, ...rest } = profile;
  const day = today(zoneOf(profile), now.getTime());
  return {
    ...rest,
    person: presentPerson({ id, name, role, avatarKey }),
    absences: absences.filter(({ to }) => to >= day),
    availabilitySince: availabilitySince.toISOString(),
    ...presenceAt(profile, now),
  };
}
