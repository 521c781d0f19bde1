/** E.164: a plus, then 7 to 15 digits. */
export const E164 = /^\+[1-9][0-9]{6,14}$/;
/** One label of a host name, in small letters. */
export const SLUG = /^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/;
/** A ticket by uuid, by `ACME-1042`, or by `1042`. */
export const TICKET_REF =
  /^(?:[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|(?:[A-Za-z][A-Za-z0-9]{1,9}-)?[1-9][0-9]{0,8})$/;
/** No control characters and no half characters, which the database cannot keep; any script, emoji and punctuation otherwise. */
export const PLAIN_LINE = /^[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}]*$/u;
/** A plain line with something to see in it: blanks and zero-width characters alone name nothing. */
export const VISIBLE_LINE = /^(?=.*[\p{L}\p{N}\p{P}\p{S}])[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}]*$/u;
/** Any text without null and half characters, which the database cannot keep. */
export const STORABLE = /^[^\0\p{Cs}]*$/u;
/** ISO 8601 with date, time and zone: the part of the standard that every reader understands alike. */
export const INSTANT = /^[12]\d{3}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/;
/** Opaque continuation of a list. */
export const CURSOR = /^[A-Za-z0-9_-]+$/;
/** `<fieldId>:<operator>:<value>`, the value without control and half characters. */
export const FIELD_CONDITION =
  /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}:(?:eq|gte|lte|has):[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}]+$/u;
