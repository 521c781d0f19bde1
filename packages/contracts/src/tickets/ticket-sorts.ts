/** Ways to order a list of tickets; a minus puts the last first. By `dueAt` those without a deadline come last. */
export const TICKET_SORTS = [
  '-updatedAt',
  'updatedAt',
  '-createdAt',
  'createdAt',
  '-priority',
  'priority',
  'dueAt',
  '-dueAt',
] as const;
export type TicketSort = (typeof TICKET_SORTS)[number];
