import { Transform } from 'class-transformer';

/** A single multipart value of a list field arrives as text. */
export const AsList = (): PropertyDecorator => Transform(({ value }) => (typeof value === 'string' ? [value] : value));
