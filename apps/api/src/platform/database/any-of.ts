/**
 * Any of a list of ids, for a few rows of a table that is asked all the time. Of a list that stands in the statement
 * itself PostgreSQL makes a plan for its length, anew each time; out of a query of its own it may be of any length.
 */
export const anyOf = (parameter: string): string => `ANY((SELECT ${parameter}::uuid[])::uuid[])`;
