import { plainToInstance, Transform } from 'class-transformer';
import type { Shape } from './endpoint.js';
import { refuseInherited } from './validate.js';

/** More than any of ours has; what looks through an object calls itself for each level. */
const LEVELS_MAX = 32;

const isShallow = (value: unknown, levels = LEVELS_MAX): boolean =>
  typeof value !== 'object' ||
  value === null ||
  (levels > 0 && Object.values(value).every((inner) => isShallow(inner, levels - 1)));

/** What is no such text is left as it is, for the validation to refuse. */
function parsed(text: string): unknown {
  try {
    const content = JSON.parse(text);
    return isShallow(content) ? content : text;
  } catch {
    return text;
  }
}

/** A nested object of a multipart request arrives as JSON text, past the guards of JSON requests. @throws InvalidInput */
export const AsObject = <T extends object>(shape: () => Shape<T>): PropertyDecorator =>
  Transform(({ key, value }) => {
    if (typeof value !== 'string') return value;
    const content = parsed(value);
    if (typeof content !== 'object' || content === null) return content;
    refuseInherited(content, `${key}.`);
    return plainToInstance(shape(), content);
  });
