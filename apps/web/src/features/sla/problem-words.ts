import { texts } from './problems.texts';

/** What stands at a field: the code's own words, or what the server said of it. */
export function problemWords(problem: string | undefined): string | undefined {
  if (!problem) return undefined;
  const known = texts[problem as keyof typeof texts] as string | undefined;
  return known ?? `${problem.charAt(0).toUpperCase()}${problem.slice(1)}`;
}
