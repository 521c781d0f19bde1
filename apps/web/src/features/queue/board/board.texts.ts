import { defineTexts } from '../../../shared/text/define-texts';

/** The board: columns by status, and moving cards between them. */
export const texts = defineTexts({
  en: {
    board: 'Board',
    resolvedToday: 'Resolved today',
    refused: {
      not_from: (status: string) => `Not from ${status}`,
      requester: () => 'Only by the requester',
    },
    moveTo: (status: string) => `Move to ${status}`,
    more: 'Show more',
    none: 'No tickets',
    failed: 'These tickets did not load',
    commands: { move: 'Move the card' },
  },
});
