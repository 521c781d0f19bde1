/**
 * Is this the name of a time zone? Offsets are none, though newer runtimes take them: PostgreSQL reads them with the
 * opposite sign.
 */
export function isTimeZone(name: string): boolean {
  try {
    return /^[A-Za-z]/.test(name) && Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}
