import type { BulkState } from '@baton/contracts/bulk-edits/bulk-edits.response';
import { defineTexts } from '../../shared/text/define-texts';

const tickets = (count: number) => `${count.toLocaleString('en')} ${count === 1 ? 'ticket' : 'tickets'}`;
const number = (count: number) => count.toLocaleString('en');

const progress: Record<BulkState, (done: number, total: number) => string> = {
  running: (done, total) => `Changing ${number(done)} of ${number(total)}`,
  done: (done) => `${number(done)} changed`,
  undoing: (done, total) => `Putting back ${number(done)} of ${number(total)}`,
  undone: (done) => `${number(done)} put back`,
};

/** Editing many tickets at once. */
export const texts = defineTexts({
  en: {
    bar: 'Selected tickets',
    selected: (count: number) => `${number(count)} selected`,
    all: (count: number) => `All ${number(count)} selected`,
    selectAll: (count: number) => `Select all ${number(count)}`,
    clear: 'Clear the selection',
    fields: {
      status: 'Set status',
      assigneeId: 'Assign',
      teamId: 'Move to a team',
      priority: 'Set priority',
      categoryId: 'Set category',
      tags: 'Add or remove tags',
    },
    me: 'Me',
    pool: 'Return to the pool',
    noTeam: 'No team',
    noCategory: 'No category',
    tag: 'Tag',
    addTag: 'Add',
    removeTag: 'Remove',
    progress,
    failed: {
      running: (count: number) => `${number(count)} could not`,
      done: (count: number) => `${number(count)} could not`,
      undoing: (count: number) => `${number(count)} left alone`,
      undone: (count: number) => `${number(count)} left alone`,
    },
    why: 'Why',
    whyTitle: (count: number) => `${tickets(count)} stayed as they were`,
    whyMore: (count: number) => `and ${number(count)} more`,
    close: 'Close',
    undo: 'Undo',
    stop: 'Stop and undo',
    reasons: {
      'ticket.transition_not_allowed': 'This status does not lead there',
      'ticket.transition_forbidden': 'Only the requester makes this move',
      'ticket.reopen_window_over': 'It can no longer be reopened',
      'ticket.is_final': 'It is closed or withdrawn',
      'bulk.changed_since': 'Somebody changed it since',
      'access.forbidden': 'You may not change it',
      'resource.not_found': 'It is no longer yours to see',
    },
    otherReason: 'It could not be changed',
    errors: {
      'bulk.too_many': 'These are too many at once. Narrow the list first.',
      'bulk.undo_over': 'It is too late to undo this.',
      'bulk.already_undone': 'This is undone already.',
    },
  },
});

/** Why a ticket stayed as it was, by the code of the refusal. */
export const reasonText = (code: string): string =>
  (texts.reasons as Partial<Record<string, string>>)[code] ?? texts.otherReason;
