const list = new Intl.ListFormat('en');
const either = new Intl.ListFormat('en', { type: 'disjunction' });

/** `Standard, VIP, and Facilities` */
export const namesOf = (named: readonly { name: string }[]): string => list.format(named.map(({ name }) => name));

/** `high or urgent` */
export const anyOf = (words: readonly string[]): string => either.format(words);
