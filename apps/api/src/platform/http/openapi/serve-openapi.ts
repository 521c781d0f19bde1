import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { ENDPOINTS } from '@baton/contracts/endpoints';
import type { FastifyInstance } from 'fastify';
import { notFound } from '../app-error.js';
import { openApiDocument } from './openapi-document.js';

const PAGE = `<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>Baton API</title>
  <link rel="icon" href="/favicon.svg">
  <link rel="stylesheet" href="/api/docs/swagger-ui.css">
</head>
<body>
  <div id="swagger-ui"></div>
  <script src="/api/docs/swagger-ui-bundle.js"></script>
  <script src="/api/docs/start.js"></script>
</body>
</html>`;

const START = `SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#swagger-ui', deepLinking: true });`;

const ASSETS: Record<string, string> = { 'swagger-ui.css': 'text/css', 'swagger-ui-bundle.js': 'text/javascript' };

/** `/api/openapi.json`, and the same to browse at `/api/docs`. */
export function serveOpenApi(server: FastifyInstance): void {
  let document: string | undefined;
  server.get('/api/openapi.json', (_request, reply) => {
    document ??= JSON.stringify(openApiDocument(ENDPOINTS));
    return reply.type('application/json; charset=utf-8').send(document);
  });
  server.get('/api/docs', (_request, reply) => reply.type('text/html; charset=utf-8').send(PAGE));
  server.get('/api/docs/start.js', (_request, reply) => reply.type('text/javascript; charset=utf-8').send(START));
  server.get<{ Params: { file: string } }>('/api/docs/:file', async (request, reply) => {
    const type = ASSETS[request.params.file];
    if (!type) throw notFound();
    return reply.type(type).send(await readFile(join(swaggerFolder(), request.params.file)));
  });
}

const swaggerFolder = (): string =>
  dirname(createRequire(join(process.cwd(), 'apps/api/package.json')).resolve('swagger-ui-dist'));
