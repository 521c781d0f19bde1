/** Ascending. The position is the rank used for sorting (`low` = 0). */
export const PRIORITIES = ['low', 'medium', 'high', 'urgent'] as const;
export type Priority = (typeof PRIORITIES)[number];

export const priorityRank = (priority: Priority): number => PRIORITIES.indexOf(priority);
