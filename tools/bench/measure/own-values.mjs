const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}(?:Z|\+00:00)$/;
/** The product sends values as text. */
const NUMBER = /^-?\d+$/;
/** Longer texts that differ, such as stored answers and hashes, need not be each transaction's own. */
const SHORT = 60;

export const KINDS = { same: 'same', number: 'number', moment: 'moment', id: 'id', key: 'key', content: 'content' };

/** What a value of a recorded statement is, seeing what stood in its place when the same was done again. */
export function kindOf(value, again) {
  if (JSON.stringify(value) === JSON.stringify(again)) return KINDS.same;
  const text = String(value);
  if (NUMBER.test(text)) return KINDS.number;
  if (INSTANT.test(text)) return KINDS.moment;
  if (UUID.test(text)) return KINDS.id;
  return text.length < SHORT && !text.startsWith('{') ? KINDS.key : KINDS.content;
}
