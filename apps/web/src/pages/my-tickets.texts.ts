import { defineTexts } from '../shared/text/define-texts';

export const texts = defineTexts({
  en: {
    title: 'My tickets',
    show: 'Which tickets',
    shows: { open: 'Open', ended: 'Closed' },
    empty: {
      open: { title: 'Nothing open', text: 'What you ask for appears here, with where it stands.' },
      ended: { title: 'Nothing closed yet', text: 'Tickets that are done come here.' },
    },
  },
});
