import { defineTexts } from '../shared/text/define-texts';

export const texts = defineTexts({
  en: {
    title: 'People and teams',
    text: 'Who works here, what they can and may do, and how much they hold.',
    views: 'People and teams',
    people: 'People',
    work: 'Work',
    teams: 'Teams',
    skills: 'Skills',
  },
});
