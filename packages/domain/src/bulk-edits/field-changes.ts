import type { Priority } from '../tickets/ticket-priority.js';
import type { TicketStatus } from '../tickets/ticket-status.js';

/** A status with the moments that belong to it, ISO 8601: they are put back together. */
export interface StatusAndTimes {
  status: TicketStatus;
  resolvedAt: string | null;
  closedAt: string | null;
}

/** What an edit of many tickets may change on one. */
export interface BulkFields {
  status: StatusAndTimes;
  assigneeId: string | null;
  teamId: string | null;
  priority: Priority;
  categoryId: string | null;
  tags: readonly string[];
}

/** Field → value. Each tag is a field of its own, `tag:<name>`, true when the ticket has it. */
export type FieldValues = Readonly<Record<string, unknown>>;

/** What one edit did to a ticket. */
export type FieldChanges = Readonly<Record<string, { from: unknown; to: unknown }>>;

const TAG = 'tag:';

/** A stored object may come back with its keys in another order. */
const spelled = (value: unknown): string =>
  JSON.stringify(typeof value === 'object' && value !== null ? Object.entries(value).sort() : value);

const same = (a: unknown, b: unknown): boolean => spelled(a) === spelled(b);

const valueIn = (values: FieldValues, field: string): unknown =>
  values[field] ?? (field.startsWith(TAG) ? false : null);

export const valuesOf = ({ tags, ...fields }: BulkFields): FieldValues => ({
  ...fields,
  ...Object.fromEntries(tags.map((tag) => [TAG + tag, true])),
});

/** The tags of a ticket after some of its values were put back; the others keep their order. */
export const tagsAfter = (tags: readonly string[], back: FieldValues): string[] => [
  ...tags.filter((tag) => back[TAG + tag] !== false),
  ...Object.keys(back)
    .filter((field) => field.startsWith(TAG) && back[field] === true)
    .map((field) => field.slice(TAG.length))
    .filter((tag) => !tags.includes(tag)),
];

/** What differs, before and after. */
export function fieldChanges(before: BulkFields, after: BulkFields): FieldChanges {
  const [from, to] = [valuesOf(before), valuesOf(after)];
  const fields = [...new Set([...Object.keys(from), ...Object.keys(to)])];
  return Object.fromEntries(
    fields
      .map((field) => [field, { from: valueIn(from, field), to: valueIn(to, field) }] as const)
      .filter(([, change]) => !same(change.from, change.to)),
  );
}

/** How to take one change out of a ticket's history. */
export interface UndoPlan {
  /** Values the ticket gets back. */
  back: FieldValues;
  /** Later changes, by their index, that were made on top of this one: what they will put back instead. */
  rebased: { index: number; changes: FieldChanges }[];
  /** Fields that have another value by now and stay. */
  kept: string[];
}

/**
 * Plans the undo of `mine`. A field that a later edit changed again belongs to that edit, which from now on leads back
 * to before `mine`: so that undoing several edits in any order ends where none was made.
 * @param later the undoable changes after it, oldest first
 * @param present the ticket's values now
 */
export function planUndo(mine: FieldChanges, later: readonly FieldChanges[], present: FieldValues): UndoPlan {
  const back: Record<string, unknown> = {};
  const rebased = new Map<number, Record<string, { from: unknown; to: unknown }>>();
  const kept: string[] = [];
  for (const [field, { from, to }] of Object.entries(mine)) {
    const index = later.findIndex((changes) => field in changes);
    const next = later[index]?.[field];
    if (!same(next ? next.from : valueIn(present, field), to)) kept.push(field);
    else if (next) rebased.set(index, { ...later[index], ...rebased.get(index), [field]: { from, to: next.to } });
    else back[field] = from;
  }
  return { back, rebased: [...rebased].map(([index, changes]) => ({ index, changes })), kept };
}
