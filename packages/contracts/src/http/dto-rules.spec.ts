import { defaultMetadataStorage } from 'class-transformer/cjs/storage.js';
import { getMetadataStorage } from 'class-validator';
import { allEndpoints } from '../endpoints.js';
import { TicketRoomDto, TypingDto } from '../realtime/realtime.dto.js';
import { Nothing, type Shape } from './endpoint.js';

type AnyShape = Shape<object>;

interface Property {
  owner: AnyShape;
  name: string;
  /** Names of the validators on it, `each` ones with a star: `maxLength`, `isUuid*`. */
  rules: Set<string>;
  nested: AnyShape | undefined;
}

/** Checks that decide a text's length by themselves. */
const BOUNDED = ['isIn', 'isUuid', 'isIso8601', 'isFqdn', 'isInt', 'isNumber', 'isBoolean', 'isObject'];

function propertiesOf(owner: AnyShape): Property[] {
  const metadata = getMetadataStorage().getTargetValidationMetadatas(owner, '', false, false);
  const names = [...new Set(metadata.map(({ propertyName }) => propertyName))];
  return names.map((name) => {
    const rules = metadata
      .filter(({ propertyName }) => propertyName === name)
      .map((rule) => `${rule.name ?? rule.type}${rule.each ? '*' : ''}`);
    const type = defaultMetadataStorage.findTypeMetadata(owner, name);
    return { owner, name, rules: new Set(rules), nested: type?.typeFunction() as AnyShape | undefined };
  });
}

/** A class and everything nested in it. */
function reach(shape: AnyShape, into = new Set<AnyShape>()): Set<AnyShape> {
  if (shape === Nothing || into.has(shape)) return into;
  into.add(shape);
  for (const { nested } of propertiesOf(shape)) if (nested) reach(nested, into);
  return into;
}

const reachAll = (shapes: AnyShape[]) => [...new Set(shapes.flatMap((shape) => [...reach(shape)]))];
const endpoints = allEndpoints();
const inputs = reachAll([
  ...endpoints.flatMap(({ params, query, body }) => [params, query, body]),
  TicketRoomDto,
  TypingDto,
]);
const outputs = reachAll(endpoints.map(({ response }) => response));
const named = (shapes: AnyShape[]) =>
  shapes.flatMap((shape) =>
    propertiesOf(shape).map((property) => ({ ...property, title: `${shape.name}.${property.name}` })),
  );

it('finds the classes it is about', () => {
  expect(inputs.length).toBeGreaterThan(25);
  expect(outputs.length).toBeGreaterThan(20);
});

describe.each(named([...inputs, ...outputs]))('$title', ({ rules, nested }) => {
  const has = (...names: string[]) => names.some((name) => rules.has(name));
  const isList = has('isArray');

  it('is bounded', () => {
    if (isList) expect(has('arrayMaxSize', 'isIn*')).toBe(true);
    const bound = isList ? BOUNDED.map((name) => `${name}*`) : BOUNDED;
    const inner = isList ? 'maxLength*' : 'maxLength';
    expect(has(...bound, inner, 'nestedValidation', 'nestedValidation*')).toBe(true);
  });

  it('is checked inside when it is an object', () => {
    expect(has('nestedValidation', 'nestedValidation*')).toBe(nested !== undefined);
    if (nested) expect(propertiesOf(nested)).not.toHaveLength(0);
  });
});

describe.each(outputs)('$name', (shape) => {
  it('declares its fields', () => expect(propertiesOf(shape)).not.toHaveLength(0));
});
