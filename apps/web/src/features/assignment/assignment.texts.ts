import type { DecisionOutcome, Trigger } from '@baton/contracts/assignment/assignment.response';
import type { AssignmentMode, WaitingReason } from '@baton/domain/assignment/decision';
import { defineTexts } from '../../shared/text/define-texts';

const people = (count: number) => `the ${count} people who could take it`;

/** Who gets a ticket and why, as decisions tell it. */
export const texts = defineTexts({
  en: {
    why: (name: string) => `Why ${name}?`,
    whyNobody: 'Why nobody?',
    history: 'Decisions',
    close: 'Close',
    failed: 'The decision did not load.',
    again: 'Try again',
    chosen: 'Chosen',
    onlyOne: 'The only person who could take it.',
    together: (count: number) => `Cheapest for all tickets given out together, of ${people(count)}.`,
    byMode: {
      manual: (count: number) => `By cost, the order of ${people(count)} would be this.`,
      round_robin: (count: number) => `Next in turn of ${people(count)}.`,
      least_loaded: (count: number) => `Least loaded of ${people(count)}.`,
      best_match: (count: number) => `Lowest cost of ${people(count)}.`,
    } satisfies Record<AssignmentMode, (count: number) => string>,
    waiting: {
      manual_mode: 'This team takes its tickets by hand, so it waits for somebody to claim it.',
      nobody_in_team: 'Nobody is in the team. Add somebody, and it is given out at once.',
      nobody_skilled: 'Nobody in the team has every skill it needs. It waits until somebody has.',
      handed_back:
        'Everybody who could take it has handed it back. Assign it by hand, or add somebody who can take it.',
      nobody_available: 'Everybody with the skills is away, absent or off shift. It goes out when the first is back.',
      everybody_full:
        'Everybody who could take it has as many tickets as they can hold. It goes out as soon as one is done.',
    } satisfies Record<WaitingReason, string>,
    decided: (at: string, trigger: string) => `Decided automatically ${at}, ${trigger}.`,
    looked: (at: string, trigger: string) => `Last looked for somebody ${at}, ${trigger}.`,
    trigger: {
      ticket: 'when it needed somebody',
      person: 'when somebody became free',
      settings: 'after a change of settings',
      time: 'when a shift or an absence began or ended',
    } satisfies Record<Trigger, string>,
    basedOn: 'Decided by',
    atLeast: (skill: string, level: number) => `${skill} ≥ ${level}`,
    deletedSkill: 'Deleted skill',
    skill: (skill: string, level: number) => `${skill} ${level}`,
    active: (active: number, capacity: number) => `${active} of ${capacity} active`,
    lastGot: (ago: string) => `last got one ${ago}`,
    neverGot: 'never got one',
    candidates: 'Who could take it',
    nobodyCould: 'Nobody could take it.',
    terms: { workAhead: 'Work ahead', handling: 'Handling', handover: 'Hand-over risk', fairness: 'Fairness' },
    termHints: {
      workAhead: 'Minutes until they get to it',
      handling: 'Minutes they need for it, as learned from resolved tickets',
      handover: 'How likely they hand it over, times what is then done again',
      fairness: 'A handicap for who was given more lately',
    },
    sum: (person: string, total: string) => `${person}: ${total} expected`,
    costOf: (total: string) => `${total} expected`,
    couldNot: 'Could not take it',
    rejection: {
      not_in_team: 'Not in the team',
      handed_back: 'Handed it back',
      absent: 'Absent',
      off_shift: 'Off shift',
    },
    sinceWord: (word: string, at: string) => `${word} since ${at}`,
    missing: (skill: string, needed: number) => `No ${skill}, needs ${needed}`,
    tooLow: (skill: string, has: number, needed: number) => `${skill} ${has}, needs ${needed}`,
    full: (active: number, capacity: number) => `At capacity, ${active} of ${capacity}`,
    same: 'Recomputed from stored inputs, same answer',
    other: 'Recomputed from stored inputs, another answer',
    earlier: 'Earlier decisions',
    back: 'Newest decision',
    outcome: {
      holds: 'holds',
      handed_over: 'handed over since',
      returned: 'went back to the pool',
      waits: 'waits',
      over: 'over',
    } satisfies Record<DecisionOutcome, string>,
    nobody: 'Nobody',
    waits: (reason: string) => `Waits, ${reason}`,
    since: (at: string) => `since ${at}`,
  },
});
