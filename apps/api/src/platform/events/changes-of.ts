/** What an edit really changes: the fields of `wanted` that differ, before and after. Null when nothing does. */
export function changesOf<T extends object>(
  current: T,
  wanted: Partial<T>,
): { before: Partial<T>; after: Partial<T> } | null {
  const before: Partial<T> = {};
  const after: Partial<T> = {};
  for (const key of Object.keys(wanted) as (keyof T)[]) {
    if (wanted[key] === undefined || JSON.stringify(wanted[key]) === JSON.stringify(current[key])) continue;
    before[key] = current[key];
    after[key] = wanted[key];
  }
  return Object.keys(after).length > 0 ? { before, after } : null;
}
