import type { Problem } from '@baton/domain/sla/problem';
import { type FocusEvent, type FormEvent, useRef, useState } from 'react';
import { ApiError, isApiError } from '../api/api-error';

/** Field path → what is wrong: a code of the domain's, or the server's own words. */
export type Problems = Readonly<Record<string, string>>;

interface Options<T> {
  initial: T;
  /** The rules of the domain. */
  check: (values: T) => readonly Problem[];
  /** Sends what passed. What it throws is shown at the fields it names, or above the form. */
  submit: (values: T) => Promise<unknown>;
  /** The field a refusal is about, by its code. */
  fieldOf?: Readonly<Record<string, string>>;
}

/** `windows.mon[1]` and `windows.mon.1` are one path. */
const pathOf = (path: string) => path.replace(/\[(\d+)\]/g, '.$1');

const firstOf = (found: unknown) => String(Array.isArray(found) ? found[0] : found);

/** What is not there yet is no mistake before somebody says to be done. */
const PATIENT = new Set(['empty']);

/**
 * A form over what the domain has rules for, however deep: they are asked on leaving a field and on sending, and the
 * server's refusals land on the same paths.
 */
export function useEditorForm<T>({ initial, check, submit, fieldOf = {} }: Options<T>) {
  const [values, setValues] = useState<T>(initial);
  const [problems, setProblems] = useState<Problems>({});
  const [formError, setFormError] = useState<ApiError | null>(null);
  const [submitting, setSubmitting] = useState(false);
  const latest = useRef(values);

  const found = (): Record<string, string> =>
    Object.fromEntries(check(latest.current).map(({ path, code }) => [pathOf(path), code]));

  const set = (changes: Partial<T>) => {
    latest.current = { ...latest.current, ...changes };
    setValues(latest.current);
    // What was said stays until it is mended; nothing new is said while somebody types.
    const still = found();
    setProblems((before) => Object.fromEntries(Object.entries(before).filter(([path]) => path in still)));
  };

  const onBlur = ({ relatedTarget }: FocusEvent<HTMLElement>) => {
    // A message that appears now would move the button away from under the press.
    if (relatedTarget?.matches('button:active')) return;
    const now = Object.entries(found()).filter(([, code]) => !PATIENT.has(code));
    setProblems((before) => ({ ...before, ...Object.fromEntries(now) }));
  };

  const refuse = (error: ApiError) => {
    const field = fieldOf[error.code];
    const named = field ? { [field]: error.message } : error.code === 'request.invalid' ? error.details : {};
    const said = Object.entries(named).map(([path, words]) => [pathOf(path), firstOf(words)]);
    setProblems(Object.fromEntries(said));
    setFormError(said.length > 0 ? null : error);
  };

  const onSubmit = async (event: FormEvent<HTMLElement>) => {
    event.preventDefault();
    if (submitting) return;
    const form = event.currentTarget;
    setFormError(null);
    const now = found();
    setProblems(now);
    if (Object.keys(now).length === 0) {
      setSubmitting(true);
      await submit(latest.current).catch((error: unknown) =>
        refuse(isApiError(error) ? error : new ApiError(0, 'server.internal', '')),
      );
      setSubmitting(false);
    }
    requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  };

  return {
    values,
    set,
    problems,
    formError,
    submitting,
    onBlur,
    onSubmit,
  };
}

/** What is wrong below a path: `below(problems, 'calendar.windows')['mon.1']`. */
export const below = (problems: Problems, path: string): Problems =>
  Object.fromEntries(
    Object.entries(problems).flatMap(([each, word]) =>
      each.startsWith(`${path}.`) ? [[each.slice(path.length + 1), word]] : [],
    ),
  );
