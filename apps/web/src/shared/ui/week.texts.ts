import { defineTexts } from '../text/define-texts';

const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
const short = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;

/** Hours of a week: how they are typed, and how they are told. */
export const texts = defineTexts({
  en: {
    day: (day: number) => days[day] ?? '',
    closed: 'Closed',
    from: (day: number, which: number) => `${days[day]}, hours ${which}: from`,
    to: (day: number, which: number) => `${days[day]}, hours ${which}: until`,
    until: '–',
    nextDay: 'next day',
    remove: (day: number, which: number) => `Remove hours ${which} of ${days[day]}`,
    add: (day: number) => `Add hours on ${days[day]}`,
    addShort: 'Add hours',
    more: (day: number) => `More for ${days[day]}`,
    copy: { weekdays: 'Copy to Monday to Friday', all: 'Copy to every day' },
    allDay: 'Open all day',
    close: 'Closed all day',
    help: 'Type times as 9, 930 or 17:30. Until an earlier time means until the next day; 24 is midnight.',
    problems: {
      time: 'Type a time such as 09:00',
      equal_ends: 'Ends when it begins',
      other: 'Check these hours',
    },
    allWeek: 'Around the clock',
    never: 'No hours',
    run: (from: number, to: number, hours: string) =>
      `${from === to ? short[from] : `${short[from]}–${short[to]}`} ${hours}`,
    timeZone: {
      label: 'Time zone',
      hint: (time: string) => `It is ${time} there now.`,
      find: 'A city or region, such as Berlin',
      none: 'No zone by that name',
    },
  },
});
