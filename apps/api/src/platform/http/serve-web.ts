import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { notFound } from './app-error.js';

const YEAR_SECONDS = 31_536_000;

/** What tells a browser how to treat a page is only weight on the parts of one, of which there are many. */
const FOR_PAGES = [
  'cross-origin-opener-policy',
  'origin-agent-cluster',
  'referrer-policy',
  'x-dns-prefetch-control',
  'x-download-options',
  'x-frame-options',
  'x-permitted-cross-domain-policies',
  'x-xss-protection',
];
/** A part opened by itself does nothing. */
const PART_POLICY = "default-src 'none'; base-uri 'none'; frame-ancestors 'none'";

const SHELL = 'index.html';
const shellOf = (webRoot: string | null) => (webRoot === null ? null : join(webRoot, SHELL));

/**
 * The scripts that stand in the interface's page itself, as sources of a Content-Security-Policy: these texts may run,
 * and no other that gets into a page.
 */
export function inlineScripts(webRoot: string | null): string[] {
  const shell = shellOf(webRoot);
  if (shell === null || !existsSync(shell)) return [];
  const texts = [...readFileSync(shell, 'utf8').matchAll(/<script>(.*?)<\/script>/gs)];
  return texts.map(([, text = '']) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`);
}

/** Files of the interface; every other address outside `/api` is one of its pages. */
export async function serveWeb(server: FastifyInstance, webRoot: string | null): Promise<void> {
  const shell = shellOf(webRoot);
  const hasWeb = webRoot !== null && shell !== null && existsSync(shell);
  if (hasWeb) {
    await server.register(fastifyStatic, {
      root: webRoot,
      wildcard: false,
      preCompressed: true,
      index: false,
      cacheControl: false,
      setHeaders: (response, path) => {
        const isPart = path.startsWith(join(webRoot, 'assets', sep));
        response.header('cache-control', isPart ? `public, max-age=${YEAR_SECONDS}, immutable` : 'no-cache');
        if (!isPart) return;
        response.header('content-security-policy', PART_POLICY);
        for (const name of FOR_PAGES) response.removeHeader(name);
      },
    });
  }
  server.get('/*', (request, reply) => {
    const isFile = /\.[a-z0-9]+$/i.test(request.url.split('?', 1)[0] ?? '');
    if (!hasWeb || isFile || /^\/(api|socket\.io)(\/|$|\?)/.test(request.url)) throw notFound();
    return reply.header('cache-control', 'no-cache').sendFile(SHELL);
  });
}
