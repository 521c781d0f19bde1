import { defineTexts } from '../shared/text/define-texts';

export const texts = defineTexts({
  en: {
    title: 'People and teams',
    text: 'Who works here, what they may do, and which team gets which tickets.',
    views: 'People and teams',
    people: 'People',
    teams: 'Teams',
  },
});
