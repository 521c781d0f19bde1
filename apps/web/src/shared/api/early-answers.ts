/** What the page itself asked for, before the app's code was there (`build/first-script.js`). */
export interface EarlyAnswer {
  status: number;
  body: unknown;
  /** In whose name it was asked. */
  token: string;
}

declare global {
  /** Address with its query → the answer; undefined when there was none. */
  var batonAnswers: Map<string, Promise<EarlyAnswer | undefined>> | undefined;
}

/**
 * The answer to a question that is on its way already, good for one use and for whom it was asked.
 * @returns undefined when it has to be asked
 */
export async function takeEarlyAnswer(address: string, token: string): Promise<unknown> {
  const early = globalThis.batonAnswers?.get(address);
  globalThis.batonAnswers?.delete(address);
  const answer = await early?.catch(() => undefined);
  return answer?.status === 200 && answer.token === token ? answer.body : undefined;
}

/** What nobody took by now would be old when somebody did. */
export const forgetEarlyAnswers = (): void => {
  globalThis.batonAnswers = undefined;
};
