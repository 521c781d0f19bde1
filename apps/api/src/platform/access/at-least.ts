import { setTimeout as sleep } from 'node:timers/promises';

/** Waits out a floor besides the work, so that quick and slow ways to the same answer take the same time. */
export async function atLeast<T>(milliseconds: number, work: () => Promise<T>): Promise<T> {
  const [result] = await Promise.allSettled([work(), sleep(milliseconds)]);
  if (result.status === 'rejected') throw result.reason;
  return result.value;
}
