/** `ACME-1042` → `1042`: everything on a desk has the same prefix, so lists leave it out. */
export const shortNumber = (number: string): string => number.slice(number.lastIndexOf('-') + 1);
