/** More than the server has connections, and so few that on a busy machine nobody waits for one too long. */
const LANES = 24;

/** Does something with each of many, as many at once as the server can take. @returns the results in the same order */
export async function inLanes<T, R>(all: readonly T[], work: (one: T, index: number) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  const waiting = [...all.entries()].reverse();
  const lane = async (): Promise<void> => {
    for (let next = waiting.pop(); next; next = waiting.pop()) results[next[0]] = await work(next[1], next[0]);
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return results;
}
