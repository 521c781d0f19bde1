import { type AnyEndpoint, Nothing, type Shape } from '@baton/contracts/http/endpoint';
import { ERRORS } from '@baton/contracts/http/errors';
import { defaultMetadataStorage } from 'class-transformer/cjs/storage.js';
import { validationMetadatasToSchemas } from 'class-validator-jsonschema';

type Json = Record<string, unknown>;

interface ClassSchema {
  properties: Record<string, Json>;
  required?: string[];
}

const PREFIX = '#/components/schemas/';
const reference = (shape: Shape<object>): Json => ({ $ref: PREFIX + shape.name });
const isNothing = (shape: Shape<object>): boolean => shape === (Nothing as Shape<object>);

/** Properties of a query or parameter class as OpenAPI parameters. */
function parameters(shape: Shape<object>, schemas: Record<string, Json>, place: 'path' | 'query'): Json[] {
  const schema = schemas[shape.name] as { properties?: Record<string, Json>; required?: string[] } | undefined;
  return Object.entries(schema?.properties ?? {}).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || (schema?.required?.includes(name) ?? false),
    schema: property,
  }));
}

/** Retries of one key are answered once. Public routes know nobody whose key it could be. */
const retryKey = ({ method, access }: AnyEndpoint): Json[] =>
  method === 'POST' && access !== 'public'
    ? [{ name: 'Idempotency-Key', in: 'header', required: false, schema: { type: 'string', maxLength: 200 } }]
    : [];

function requestBody(endpoint: AnyEndpoint): Json {
  if (isNothing(endpoint.body) && endpoint.files === 0) return {};
  const json = isNothing(endpoint.body) ? undefined : reference(endpoint.body);
  const files = {
    type: 'object',
    properties: { files: { type: 'array', maxItems: endpoint.files, items: { type: 'string', format: 'binary' } } },
  };
  const content: Json = {};
  if (json) content['application/json'] = { schema: json };
  if (endpoint.files > 0) content['multipart/form-data'] = { schema: json ? { allOf: [json, files] } : files };
  return { requestBody: { content } };
}

function responses(endpoint: AnyEndpoint): Json {
  const success: Json = { description: 'Done' };
  if (endpoint.binary)
    success.content = { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } };
  else if (!isNothing(endpoint.response))
    success.content = { 'application/json': { schema: reference(endpoint.response) } };
  const error = {
    description: 'Refused',
    content: { 'application/json': { schema: { $ref: `${PREFIX}Error` } } },
  };
  return { [endpoint.status]: success, '4XX': error, '5XX': error };
}

const ERROR_SCHEMA: Json = {
  type: 'object',
  required: ['error', 'code', 'details', 'requestId'],
  properties: {
    error: { type: 'string', description: 'One sentence for people' },
    code: { type: 'string', enum: Object.keys(ERRORS) },
    details: { type: 'object' },
    requestId: { type: 'string' },
  },
};

/** Hours by weekday, each a list of `[from, to]`. */
const OPENING_HOURS: Json = {
  type: 'object',
  additionalProperties: {
    type: 'array',
    items: { type: 'array', minItems: 2, maxItems: 2, items: { type: 'string' } },
  },
};

/** Every class with validation rules. */
function allSchemas(): Record<string, Json> {
  const schemas = validationMetadatasToSchemas({
    refPointerPrefix: PREFIX,
    classTransformerMetadataStorage: defaultMetadataStorage,
    additionalConverters: {
      conditionalValidation: ({ name }) => (name === 'isOptional' ? { nullable: true } : {}),
      isFieldValues: { type: 'object', additionalProperties: { type: ['string', 'number', 'null'] } },
      isOpeningHours: OPENING_HOURS,
    },
  }) as unknown as Record<string, ClassSchema>;
  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, withNulls(name, schema)]));
}

/** What may be null, in the words of 3.1. Answers always carry such a field; input may leave it out. */
function withNulls(name: string, { properties, required = [], ...rest }: ClassSchema): Json {
  const entries = Object.entries(properties).map(([key, { nullable, ...schema }]): [string, Json] => [
    key,
    nullable ? { anyOf: [schema, { type: 'null' }] } : schema,
  ]);
  const nulls = Object.keys(properties).filter((key) => properties[key]?.nullable);
  const all = name.endsWith('Response') ? [...required, ...nulls] : required;
  return { ...rest, properties: Object.fromEntries(entries), ...(all.length > 0 ? { required: all } : {}) };
}

/** Of the schemas those that the paths lead to: what else is validated is nobody's business. */
function reachable(paths: Json, schemas: Record<string, Json>): Record<string, Json> {
  const refsOf = (part: unknown) => JSON.stringify(part).matchAll(new RegExp(`"${PREFIX}(\\w+)"`, 'g'));
  const names = new Set([...refsOf(paths)].map(([, name]) => name as string));
  for (const name of names) for (const [, next] of refsOf(schemas[name])) names.add(next as string);
  return Object.fromEntries([...names].sort().map((name) => [name, schemas[name] as Json]));
}

/** OpenAPI 3.1 of the whole endpoint table. */
export function openApiDocument(groups: Record<string, Record<string, AnyEndpoint>>): Json {
  const schemas: Record<string, Json> = { ...allSchemas(), Error: ERROR_SCHEMA };
  const paths: Record<string, Json> = {};
  for (const [tag, endpoints] of Object.entries(groups)) {
    for (const [name, endpoint] of Object.entries(endpoints)) {
      const path = `/api${endpoint.path.replace(/:(\w+)/g, '{$1}')}`;
      paths[path] = {
        ...paths[path],
        [endpoint.method.toLowerCase()]: {
          tags: [tag],
          operationId: `${tag}.${name}`,
          summary: endpoint.summary,
          ...(endpoint.access === 'public' ? { security: [] } : { 'x-permission': endpoint.access }),
          parameters: [
            ...parameters(endpoint.params, schemas, 'path'),
            ...parameters(endpoint.query, schemas, 'query'),
            ...retryKey(endpoint),
          ],
          ...requestBody(endpoint),
          responses: responses(endpoint),
        },
      };
    }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Baton', version: '0.1.0', license: { name: 'MIT', identifier: 'MIT' } },
    servers: [{ url: '/' }],
    security: [{ accessToken: [] }],
    paths,
    components: {
      schemas: reachable(paths, schemas),
      securitySchemes: { accessToken: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
    },
  };
}
