import { defineTexts } from '../../shared/text/define-texts';

/** Whether one is there oneself. */
export const texts = defineTexts({
  en: {
    title: 'Availability',
    button: (word: string) => `Availability: ${word}`,
    says: {
      online: 'You get new tickets',
      away: 'Back soon. No new tickets meanwhile',
      offline: 'Gone. No new tickets until you are online again',
    },
    offShift: 'You are outside your working hours and get no new tickets.',
    absent: 'You are marked as absent today and get no new tickets.',
    load: (active: number, capacity: number) => `You hold ${active} of ${capacity} tickets`,
    command: { online: 'Set me online', away: 'Set me away', offline: 'Set me offline' },
  },
});
