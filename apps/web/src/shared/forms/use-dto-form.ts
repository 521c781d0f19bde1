import type { Shape } from '@baton/contracts/http/endpoint';
import { type FormEvent, useRef, useState } from 'react';
import { ApiError, isApiError } from '../api/api-error';

type Errors<T> = { [field in keyof T]?: string };

interface Options<T extends object> {
  /** Loaded with the first check: rules need a library that a first visit does not have to wait for. */
  dto: () => Promise<Shape<T>>;
  initial: T;
  /** Sends what passed the checks. What it throws is shown beside the fields, or above the form. */
  submit: (values: T) => Promise<unknown>;
  /** What to say when a field is not valid; the rule's own words otherwise. */
  messages?: Errors<T>;
  /** A field's error by the code of a refusal. `null` leaves it to the form's own error. */
  errorOf?: (error: ApiError) => Errors<T> | null;
}

export interface FieldBinding {
  name: string;
  value: string;
  error: string | undefined;
  onChange: (event: { target: { value: string } }) => void;
  onBlur: () => void;
}

/** Empty inputs of optional fields are absent, not empty text. */
const withoutEmpty = <T extends object>(values: T): T =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== '' && value !== undefined)) as T;

function fieldErrors<T extends object>(fields: Record<string, unknown>, messages: Errors<T>): Errors<T> {
  const errors: Record<string, string> = {};
  for (const [path, found] of Object.entries(fields)) {
    const field = path.split('.')[0]!;
    const first = Array.isArray(found) ? String(found[0]) : String(found);
    errors[field] ??= messages[field as keyof T] ?? `${first.charAt(0).toUpperCase()}${first.slice(1)}`;
  }
  return errors as Errors<T>;
}

async function check<T extends object>(dto: Options<T>['dto'], values: T, messages: Errors<T>): Promise<Errors<T>> {
  const { parse, InvalidInput } = await import('@baton/contracts/http/validate');
  try {
    await parse(await dto(), withoutEmpty(values));
    return {};
  } catch (error) {
    if (error instanceof InvalidInput) return fieldErrors(error.fields, messages);
    throw error;
  }
}

/**
 * A form over a DTO class: the same rules as the server's, run on leaving a field and on sending. The server's
 * `details` (field path → messages) land on the same fields.
 */
export function useDtoForm<T extends object>({ dto, initial, submit, messages = {}, errorOf }: Options<T>) {
  const [values, setValues] = useState<T>(initial);
  const [errors, setErrors] = useState<Errors<T>>({});
  const [formError, setFormError] = useState<ApiError | null>(null);
  const [submitting, setSubmitting] = useState(false);
  const latest = useRef(values);
  latest.current = values;

  const set = <K extends keyof T>(name: K, value: T[K]) => {
    setValues((before) => ({ ...before, [name]: value }));
    setErrors((before) => ({ ...before, [name]: undefined }));
  };

  const validateField = async (name: keyof T) => {
    const found = await check(dto, latest.current, messages);
    setErrors((before) => ({ ...before, [name]: found[name] }));
  };

  const refuse = (error: ApiError) => {
    const known = errorOf?.(error) ?? (error.code === 'request.invalid' ? fieldErrors(error.details, messages) : {});
    setErrors(known);
    setFormError(Object.keys(known).length > 0 ? null : error);
  };

  const onSubmit = async (event?: FormEvent) => {
    event?.preventDefault();
    if (submitting) return;
    setSubmitting(true);
    setFormError(null);
    const form = event?.currentTarget;
    try {
      const found = await check(dto, latest.current, messages);
      setErrors(found);
      if (Object.keys(found).length === 0) await submit(withoutEmpty(latest.current));
    } catch (error) {
      refuse(isApiError(error) ? error : new ApiError(0, 'server.internal', 'Something did not work. Try again.'));
    } finally {
      setSubmitting(false);
      requestAnimationFrame(() => form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
    }
  };

  const field = (name: keyof T & string): FieldBinding => ({
    name,
    value: String(values[name] ?? ''),
    error: errors[name],
    onChange: (event) => set(name, event.target.value as T[typeof name]),
    onBlur: () => {
      if (latest.current[name]) void validateField(name);
    },
  });

  return { values, set, field, errors, setErrors, formError, submitting, onSubmit };
}
