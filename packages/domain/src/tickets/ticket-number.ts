/** `ACME-1042`: the tenant's prefix and the ticket's number, as people say it. */
export const formatTicketNumber = (prefix: string, number: number): string => `${prefix}-${number}`;

const PATTERN = /^(?:([A-Z][A-Z0-9]{1,9})-)?([1-9][0-9]{0,8})$/i;

/** Reads `ACME-1042` or `1042`; null for anything else. The prefix comes back in capitals, or null when absent. */
export function parseTicketNumber(text: string): { prefix: string | null; number: number } | null {
  const match = PATTERN.exec(text);
  return match ? { prefix: match[1]?.toUpperCase() ?? null, number: Number(match[2]) } : null;
}

/** `EMP-0042`: at least four digits. */
export const formatEmployeeNumber = (number: number): string => `EMP-${String(number).padStart(4, '0')}`;
