/** A concurrent edit of one field: what the caller wanted and what somebody else stored meanwhile. */
export interface FieldConflict {
  yours: unknown;
  theirs: unknown;
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * Decides which fields of an edit made against `baseVersion` may be written. Edits to different fields merge;
 * an edit to a field that changed since, to another value, is a conflict.
 * @param fieldVersions the ticket version at which each field last changed
 */
export function mergeFields<T extends Record<string, unknown>>(
  current: T,
  patch: Partial<T>,
  fieldVersions: Readonly<Record<string, number>>,
  baseVersion: number,
): { changed: Partial<T>; conflicts: Record<string, FieldConflict> } {
  const changed: Partial<T> = {};
  const conflicts: Record<string, FieldConflict> = {};
  for (const key of Object.keys(patch) as (keyof T & string)[]) {
    const yours = patch[key];
    const theirs = current[key];
    if (same(yours, theirs)) continue;
    if ((fieldVersions[key] ?? 0) > baseVersion) conflicts[key] = { yours, theirs };
    else changed[key] = yours;
  }
  return { changed, conflicts };
}
