import { v7 } from 'uuid';

/** UUID v7: ordered by time of making, so that indexes grow at one end. */
export const newId = (): string => v7();
