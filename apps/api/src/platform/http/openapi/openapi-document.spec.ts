import { ENDPOINTS } from '@baton/contracts/endpoints';
import '../../../config/config.js';
import { openApiDocument } from './openapi-document.js';

// biome-ignore lint/suspicious/noExplicitAny: a document is looked into by paths that no type describes
const document = openApiDocument(ENDPOINTS) as any;

const refsOf = (part: unknown): string[] =>
  [...JSON.stringify(part).matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name as string);

describe('the OpenAPI document', () => {
  it('holds the schemas that its paths lead to, and no others', () => {
    const { schemas } = document.components;
    const reached = new Set(refsOf(document.paths));
    for (const name of reached) for (const next of refsOf(schemas[name])) reached.add(next);
    expect(Object.keys(schemas).sort()).toEqual([...reached].sort());
  });

  it('says where null is an answer', () => {
    const { AttachmentResponse, AssignTicketDto } = document.components.schemas;
    expect(AttachmentResponse.required).toContain('thumbnailUrl');
    expect(AttachmentResponse.properties.thumbnailUrl.anyOf).toContainEqual({ type: 'null' });
    expect(AttachmentResponse.properties.name.anyOf).toBeUndefined();
    expect(AssignTicketDto.required).toBeUndefined();
    expect(JSON.stringify(document)).not.toContain('nullable');
  });

  it('names every parameter of a list, and the key of a retry', () => {
    const { get, post } = document.paths['/api/tickets/{id}/messages'];
    const names = ({ parameters }: { parameters: { name: string }[] }) => parameters.map(({ name }) => name);
    expect(names(get)).toEqual(['id', 'limit', 'cursor']);
    expect(names(post)).toEqual(['id', 'Idempotency-Key']);
  });
});
