// First: the decorators below read the metadata it keeps.
import 'reflect-metadata';
import { FIELD_TEXT_MAX, FIELDS_MAX } from '@baton/domain/custom-fields/custom-field';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsEmail,
  IsIn,
  IsInt,
  IsISO8601,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  isUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateBy,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { applyDecorators } from './apply-decorators.js';
import type { Shape } from './endpoint.js';
import { LIMITS } from './limits.js';
import { CURSOR, E164, FIELD_CONDITION, INSTANT, PLAIN_LINE, SLUG, STORABLE, VISIBLE_LINE } from './patterns.js';

const trim = Transform(({ value }) => (typeof value === 'string' ? value.trim() : value));
const lower = Transform(({ value }) => (typeof value === 'string' ? value.trim().toLowerCase() : value));
const smallLetters = (value: unknown): unknown => (typeof value === 'string' ? value.toLowerCase() : value);
/** An id has one spelling: ids are compared, put in order, and name rooms, as text. */
const asStored = Transform(({ value }) => (Array.isArray(value) ? value.map(smallLetters) : smallLetters(value)));
/** IsEmail throws on half characters instead of refusing them. */
const address = Transform(({ value }) => {
  if (typeof value !== 'string') return value;
  return PLAIN_LINE.test(value) ? value.trim().toLowerCase() : '';
});

const idOr = (words: readonly string[]): RegExp =>
  new RegExp(`^(?:${[...words, '[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}'].join('|')})$`);

/** May be absent, but not null. */
export const Optional = (): PropertyDecorator => ValidateIf((_object, value) => value !== undefined);
/** May be absent or null. */
export const Nullable = (): PropertyDecorator => IsOptional();

/** One line of plain text, trimmed. */
export const Line = (max: number, min = 1): PropertyDecorator =>
  applyDecorators(
    trim,
    IsString(),
    MinLength(min),
    MaxLength(max),
    Matches(min > 0 ? VISIBLE_LINE : PLAIN_LINE, { message: '$property must be a single line of visible text' }),
  );
/** Text of several lines, or rich text. */
export const Text = (max: number, min = 0): PropertyDecorator =>
  applyDecorators(
    IsString(),
    MinLength(min),
    MaxLength(max),
    Matches(STORABLE, { message: '$property must not contain null or half characters' }),
  );
export const Email = (): PropertyDecorator =>
  applyDecorators(address, IsString(), MaxLength(LIMITS.emailMax), IsEmail());
export const Phone = (): PropertyDecorator =>
  applyDecorators(
    trim,
    IsString(),
    MaxLength(LIMITS.phoneMax),
    Matches(E164, { message: '$property must be an international number such as +4930123456' }),
  );
export const Slug = (): PropertyDecorator =>
  applyDecorators(lower, IsString(), MaxLength(LIMITS.slugMax), Matches(SLUG));
export const Uuid = (): PropertyDecorator => applyDecorators(asStored, IsUUID());
/** An id, or one of the given words such as `me`. */
export const IdOr = (...words: string[]): PropertyDecorator =>
  applyDecorators(IsString(), MaxLength(36), Matches(idOr(words)));
export const OneOf = (values: readonly string[]): PropertyDecorator => applyDecorators(IsString(), IsIn([...values]));
export const Flag = (): PropertyDecorator => IsBoolean();
export const Whole = (min: number, max: number): PropertyDecorator => applyDecorators(IsInt(), Min(min), Max(max));
/** ISO 8601 with date, time and zone. */
export const Instant = (): PropertyDecorator =>
  applyDecorators(
    IsISO8601({ strict: true }),
    Matches(INSTANT, { message: '$property must be an instant such as 2026-03-01T12:00:00Z' }),
  );
export const Secret = (max: number = LIMITS.tokenMax): PropertyDecorator =>
  applyDecorators(IsString(), MinLength(1), MaxLength(max));
/** A link relative to the origin. */
export const Href = (): PropertyDecorator => applyDecorators(IsString(), MaxLength(500));

export const Uuids = (max: number = LIMITS.idsMax): PropertyDecorator =>
  applyDecorators(asStored, IsArray(), ArrayMaxSize(max), ArrayUnique(), IsUUID(undefined, { each: true }));
export const Lines = (maxItems: number, maxLength: number): PropertyDecorator =>
  applyDecorators(
    IsArray(),
    ArrayMaxSize(maxItems),
    ArrayUnique(),
    IsString({ each: true }),
    MinLength(1, { each: true }),
    MaxLength(maxLength, { each: true }),
    Matches(VISIBLE_LINE, { each: true }),
  );

export const Wholes = (min: number, max: number, maxItems: number): PropertyDecorator =>
  applyDecorators(
    IsArray(),
    ArrayMaxSize(maxItems),
    ArrayUnique(),
    IsInt({ each: true }),
    Min(min, { each: true }),
    Max(max, { each: true }),
  );
/** Any of the given words. */
export const AnyOf = (values: readonly string[]): PropertyDecorator =>
  applyDecorators(IsArray(), ArrayMaxSize(values.length), ArrayUnique(), IsIn([...values], { each: true }));

/** Labels of a ticket. Lists of them are written with commas, so none is part of one. */
export const Tags = (): PropertyDecorator =>
  applyDecorators(
    Lines(LIMITS.tagsMax, LIMITS.tagMax),
    Matches(/^[^,]*$/, { each: true, message: 'each of $property must be without commas' }),
  );

const isFieldValue = (value: unknown): boolean =>
  value === null ||
  typeof value === 'number' ||
  (typeof value === 'string' && value.length <= FIELD_TEXT_MAX && PLAIN_LINE.test(value));

/** Custom field ids and their values; null empties a field. Whether a value suits its field is for the server to say. */
export const FieldValues = (): PropertyDecorator =>
  applyDecorators(
    IsObject(),
    ValidateBy({
      name: 'isFieldValues',
      validator: {
        validate: (input: unknown) => {
          const entries = Object.entries(input ?? {});
          return entries.length <= FIELDS_MAX && entries.every(([id, value]) => isUUID(id) && isFieldValue(value));
        },
        defaultMessage: () => '$property must be values by field id',
      },
    }),
  );

/** Hours by weekday. Which of them make sense, the calendar's own rules say, by name. */
export const OpeningHours = (): PropertyDecorator =>
  applyDecorators(
    IsObject(),
    ValidateBy({
      name: 'isOpeningHours',
      validator: {
        validate: (input: unknown) => JSON.stringify(input ?? {}).length <= LIMITS.openingHoursMax,
        defaultMessage: () => '$property must be hours by weekday such as {"mon":[["09:00","17:00"]]}',
      },
    }),
  );

/** One nested object. */
export const Nested = <T extends object>(shape: () => Shape<T>): PropertyDecorator =>
  applyDecorators(IsObject(), Type(shape), ValidateNested());
/** A list of nested objects. */
export const NestedList = <T extends object>(shape: () => Shape<T>, max = 1000): PropertyDecorator =>
  applyDecorators(IsArray(), ArrayMaxSize(max), Type(shape), ValidateNested({ each: true }));

// Query strings: everything arrives as text.

/** `?limit=25` */
export const QueryWhole = (min: number, max: number): PropertyDecorator =>
  applyDecorators(
    Transform(({ value }) => (typeof value === 'string' && value.trim() !== '' ? Number(value) : value)),
    IsInt(),
    Min(min),
    Max(max),
  );
/** `?overdue=true` */
export const QueryFlag = (): PropertyDecorator =>
  applyDecorators(
    Transform(({ value }) => ({ true: true, false: false })[String(value)] ?? value),
    IsBoolean(),
  );
const split = Transform(({ value }) =>
  value === undefined
    ? undefined
    : [...new Set((Array.isArray(value) ? value : [value]).flatMap((part) => String(part).split(',')))],
);
/** Repeated or comma-separated values = any of. */
export const QueryAnyOf = (values: readonly string[]): PropertyDecorator =>
  applyDecorators(split, IsArray(), ArrayMinSize(1), ArrayMaxSize(LIMITS.idsMax), IsIn([...values], { each: true }));
/** Ids, or one of the given words such as `me` and `none`. */
export const QueryIds = (...words: string[]): PropertyDecorator =>
  applyDecorators(
    split,
    IsArray(),
    ArrayMinSize(1),
    ArrayMaxSize(LIMITS.idsMax),
    MaxLength(36, { each: true }),
    Matches(idOr(words), { each: true }),
  );
export const QueryLines = (maxLength: number): PropertyDecorator =>
  applyDecorators(
    split,
    IsArray(),
    ArrayMinSize(1),
    ArrayMaxSize(LIMITS.idsMax),
    IsString({ each: true }),
    MaxLength(maxLength, { each: true }),
    Matches(PLAIN_LINE, { each: true }),
  );
/** Repeated conditions on custom fields; commas belong to the value. */
export const QueryFieldConditions = (): PropertyDecorator =>
  applyDecorators(
    Transform(({ value }) => (typeof value === 'string' ? [value] : value)),
    IsArray(),
    ArrayMinSize(1),
    ArrayMaxSize(LIMITS.conditionsMax),
    IsString({ each: true }),
    MaxLength(45 + FIELD_TEXT_MAX, { each: true }),
    Matches(FIELD_CONDITION, { each: true, message: 'each $property must be <fieldId>:<eq|gte|lte|has>:<value>' }),
  );
export const Cursor = (): PropertyDecorator => applyDecorators(IsString(), MaxLength(400), Matches(CURSOR));
