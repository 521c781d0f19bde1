import { type ApiError, type ApiErrorCode, NETWORK_ERROR } from '../api/api-error';
import { defineTexts } from '../text/define-texts';

const texts = defineTexts({
  en: {
    unreachable: 'The server did not answer. Check your connection and try again.',
    tooMany: 'Too many tries.',
    tooManyWait: (wait: string) => `Too many tries. Try again in ${wait}.`,
    minutes: (count: number) => `${count} min`,
    seconds: (count: number) => `${count} s`,
    failed: 'Something did not work. Try again in a moment.',
  },
});

const wait = (seconds: number) => (seconds < 90 ? texts.seconds(seconds) : texts.minutes(Math.ceil(seconds / 60)));

/** What a form says about an error that belongs to no field. A feature's own sentences win over the server's. */
export function formErrorText(error: ApiError, own: Partial<Record<ApiErrorCode, string>> = {}): string {
  if (own[error.code]) return own[error.code]!;
  if (error.code === NETWORK_ERROR) return texts.unreachable;
  if (error.status === 429)
    return error.retryAfterSeconds ? texts.tooManyWait(wait(error.retryAfterSeconds)) : texts.tooMany;
  return error.status >= 500 || error.status === 0 ? texts.failed : error.message;
}

/** When even the kind of the failure is unknown. */
export const unknownFailure: string = texts.failed;
