import type { AssignmentMode, WaitingReason } from '@baton/domain/assignment/decision';
import type { Availability } from '@baton/domain/assignment/facts';
import { defineTexts } from './define-texts';

interface Words {
  availability: Record<Availability, string>;
  mode: Record<AssignmentMode, string>;
  waitingReason: Record<WaitingReason, string>;
  [group: string]: Record<string, string>;
}

/** The product's own words about handing out work. */
export const workWords = defineTexts<Words>({
  en: {
    availability: { online: 'Online', away: 'Away', offline: 'Offline' },
    mode: { manual: 'By hand', round_robin: 'In turn', least_loaded: 'Least loaded', best_match: 'Best match' },
    waitingReason: {
      manual_mode: 'The team takes tickets by hand',
      nobody_in_team: 'Nobody is in the team',
      nobody_skilled: 'Nobody has the skills',
      handed_back: 'Everybody skilled handed it back',
      nobody_available: 'Nobody is there',
      everybody_full: 'Everybody is full',
    },
  },
});
