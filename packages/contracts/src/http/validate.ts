import 'reflect-metadata';
import { plainToInstance } from 'class-transformer';
import { getMetadataStorage, type ValidationError, validateSync } from 'class-validator';
import type { Shape } from './endpoint.js';

/** How many unknown fields an answer names. */
const MAX_NAMED = 20;

/** Messages per field path (`holidays.0.date`). */
export type FieldErrors = Record<string, string[]>;

/** Thrown by `parse`: nothing of the input was accepted. */
export class InvalidInput extends Error {
  constructor(readonly fields: FieldErrors) {
    super('Some fields are not valid');
  }
}

function collect(errors: ValidationError[], into: FieldErrors, prefix = ''): FieldErrors {
  for (const error of errors) {
    const path = prefix + error.property;
    if (error.constraints) into[path] = Object.values(error.constraints);
    collect(error.children ?? [], into, `${path}.`);
  }
  return into;
}

const isRecord = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const storage = getMetadataStorage();
const walk = storage.getTargetValidationMetadatas.bind(storage);
const knownRules = new WeakMap<object, ReturnType<typeof walk>>();

/** Without this the library walks through all classes there are, for each input. Once loaded, their rules do not change. */
storage.getTargetValidationMetadatas = (shape, ...conditions) => {
  const [, , , groups] = conditions;
  if (groups?.length) return walk(shape, ...conditions);
  const rules = knownRules.get(shape) ?? walk(shape, ...conditions);
  knownRules.set(shape, rules);
  return rules;
};

const knownNames = new WeakMap<Shape<object>, ReadonlySet<string>>();

function namesOf(shape: Shape<object>): ReadonlySet<string> {
  const known = knownNames.get(shape);
  if (known) return known;
  const fields = storage.getTargetValidationMetadatas(shape, '', false, false);
  const names = new Set(fields.map(({ propertyName }) => propertyName));
  knownNames.set(shape, names);
  return names;
}

/** Refused by name, before the libraries below look: they overlook names every object has, and are slow with many. */
function refuseUnknown(shape: Shape<object>, input: object): void {
  const known = namesOf(shape);
  const unknown = Object.keys(input).filter((name) => !known.has(name));
  if (unknown.length === 0) return;
  throw new InvalidInput(
    Object.fromEntries(unknown.slice(0, MAX_NAMED).map((name) => [name, [`property ${name} should not exist`]])),
  );
}

const isPlain = (value: unknown): value is object =>
  Array.isArray(value) || (isRecord(value) && [Object.prototype, null].includes(Object.getPrototypeOf(value)));

/** Where names stand that every object has: in nested objects the libraries below overlook them, or trip over them. */
function* inheritedNames(input: object, path = ''): Generator<string> {
  for (const [name, value] of Object.entries(input)) {
    if (name in Object.prototype) yield path + name;
    else if (isPlain(value)) yield* inheritedNames(value, `${path}${name}.`);
  }
}

/** @param at where the input stands in what was sent, with a dot at its end @throws InvalidInput */
export function refuseInherited(input: object, at = ''): void {
  for (const path of inheritedNames(input, at))
    throw new InvalidInput({ [path]: [`property ${path} should not exist`] });
}

/** Checks input against its class and returns an instance of it. Unknown fields are refused. @throws InvalidInput */
export async function parse<T extends object>(shape: Shape<T>, input: unknown): Promise<T> {
  if (!isRecord(input)) throw new InvalidInput({ '': ['must be an object'] });
  refuseUnknown(shape, input);
  refuseInherited(input);
  // Most requests have nothing in two of their three places.
  if (namesOf(shape).size === 0) return new shape();
  const instance = plainToInstance(shape, input, { exposeUnsetFields: false });
  const errors = validateSync(instance, { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: false });
  if (errors.length > 0) throw new InvalidInput(collect(errors, {}));
  return instance;
}
