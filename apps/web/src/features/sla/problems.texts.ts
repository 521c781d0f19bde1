import { defineTexts } from '../../shared/text/define-texts';

/** What is wrong with a policy or a calendar, by the domain's codes. */
export const texts = defineTexts({
  en: {
    empty: 'This is still empty',
    time_zone: 'Choose a time zone from the list',
    time: 'Type a time such as 09:00',
    equal_ends: 'Ends when it begins',
    date: 'Choose a date',
    order: 'Must be later than what is before it',
    target: 'A length such as 30m, 4h or 2d 4h',
    warning: 'Whole percents from 1 to 99',
    too_many: 'Five are the most',
    unknown: 'This is no longer there',
    type: 'Check this',
    weekday: 'Check this',
  },
});
