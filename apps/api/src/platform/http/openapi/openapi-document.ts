import { type AnyEndpoint, Nothing, type Shape } from '@baton/contracts/http/endpoint';
import { ERRORS } from '@baton/contracts/http/errors';
import { defaultMetadataStorage } from 'class-transformer/cjs/storage.js';
import { validationMetadatasToSchemas } from 'class-validator-jsonschema';

type Json = Record<string, unknown>;

const reference = (shape: Shape<object>): Json => ({ $ref: `#/components/schemas/${shape.name}` });
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
    content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
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

/** OpenAPI 3.1 of the whole endpoint table. */
export function openApiDocument(groups: Record<string, Record<string, AnyEndpoint>>): Json {
  const schemas = validationMetadatasToSchemas({
    refPointerPrefix: '#/components/schemas/',
    classTransformerMetadataStorage: defaultMetadataStorage,
  }) as unknown as Record<string, Json>;
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
      schemas: { ...schemas, Error: ERROR_SCHEMA },
      securitySchemes: { accessToken: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
    },
  };
}
