import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { notFound } from './app-error.js';

const YEAR_SECONDS = 31_536_000;

/** Files of the interface; every other address outside `/api` is one of its pages. */
export async function serveWeb(server: FastifyInstance, webRoot: string | null): Promise<void> {
  const hasWeb = webRoot !== null && existsSync(join(webRoot, 'index.html'));
  if (hasWeb) {
    await server.register(fastifyStatic, {
      root: webRoot,
      wildcard: false,
      preCompressed: true,
      index: false,
      cacheControl: false,
      setHeaders: (response, path) => {
        const hashed = path.includes(`${join(webRoot, 'assets')}`);
        response.header('cache-control', hashed ? `public, max-age=${YEAR_SECONDS}, immutable` : 'no-cache');
      },
    });
  }
  server.get('/*', (request, reply) => {
    const isFile = /\.[a-z0-9]+$/i.test(request.url.split('?', 1)[0] ?? '');
    if (!hasWeb || isFile || /^\/(api|socket\.io)(\/|$|\?)/.test(request.url)) throw notFound();
    return reply.header('cache-control', 'no-cache').sendFile('index.html');
  });
}
