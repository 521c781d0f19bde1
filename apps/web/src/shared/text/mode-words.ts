import { ASSIGNMENT_MODES, type AssignmentMode } from '@baton/domain/assignment/decision';
import { defineTexts } from './define-texts';
import { workWords } from './work-words.texts';

/** What each way of handing out work means, in one sentence. */
const texts = defineTexts({
  en: {
    manual: 'Tickets wait in the pool until somebody claims or assigns them.',
    round_robin: 'Each ticket goes to whose last one is longest ago.',
    least_loaded: 'Each ticket goes to who holds the least of what they can hold.',
    best_match: 'Each ticket goes to who is expected to have it done soonest, by skill, load and fairness.',
  } satisfies Record<AssignmentMode, string>,
});

export const modeCards = ASSIGNMENT_MODES.map((mode) => ({
  value: mode,
  label: workWords.mode[mode],
  text: texts[mode],
}));
