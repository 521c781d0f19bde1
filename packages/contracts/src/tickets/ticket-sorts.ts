/** Ways to order a list of tickets; a minus puts the last first. */
export const TICKET_SORTS = ['-updatedAt', 'updatedAt', '-createdAt', 'createdAt', '-priority', 'priority'] as const;
export type TicketSort = (typeof TICKET_SORTS)[number];
