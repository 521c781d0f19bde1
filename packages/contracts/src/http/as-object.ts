import { plainToInstance, Transform } from 'class-transformer';
import type { Shape } from './endpoint.js';

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    // Left as it is, for the validation to refuse.
    return text;
  }
};

/** A nested object of a multipart request arrives as JSON text. */
export const AsObject = <T extends object>(shape: () => Shape<T>): PropertyDecorator =>
  Transform(({ value }) => {
    if (typeof value !== 'string') return value;
    const content = parsed(value);
    return typeof content === 'object' && content !== null ? plainToInstance(shape(), content) : content;
  });
