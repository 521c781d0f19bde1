/** A LIKE pattern that finds the text anywhere, taken literally. */
export const containing = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;

/** A LIKE pattern that finds the text at the beginning, taken literally. */
export const beginningWith = (text: string): string => containing(text).slice(1);

/** Collects the values of a statement while its text is put together. */
export class SqlParameters {
  readonly values: unknown[] = [];

  /** @returns the value's place in the text, `$3` */
  add(value: unknown): string {
    return `$${this.values.push(value)}`;
  }
}
