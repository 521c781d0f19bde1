/** What the page itself asked for, in the name of its session, before the app's code was there (`build/first-script.js`). */
interface EarlyAnswers {
  token: string;
  /** By the page's own clock, in ms. */
  askedAt: number;
  /** Address with its query → the answer; undefined when it was no good one. */
  answers: Map<string, Promise<unknown>>;
}

declare global {
  var batonAnswers: EarlyAnswers | undefined;
}

/** What nobody took by then is old. */
const FRESH_MS = 5000;

/**
 * The answer to a question that is on its way already, good for one use and for whom it was asked.
 * @returns undefined when it has to be asked
 */
export async function takeEarlyAnswer(address: string, token: string): Promise<unknown> {
  const early = globalThis.batonAnswers;
  if (early?.token !== token || performance.now() - early.askedAt > FRESH_MS) return undefined;
  const answer = early.answers.get(address);
  early.answers.delete(address);
  return answer?.catch(() => undefined);
}

export const forgetEarlyAnswers = (): void => {
  globalThis.batonAnswers = undefined;
};
