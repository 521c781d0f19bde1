import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import helmet from '@fastify/helmet';
import fastify from 'fastify';
import { inlineScripts, serveWeb } from './serve-web.js';

describe('scripts in the page itself', () => {
  it('are known by their content, those of a file are not', () => {
    const folder = mkdtempSync(join(tmpdir(), 'baton-web-'));
    writeFileSync(join(folder, 'index.html'), '<script>alert(1)</script><script src="/a.js"></script>');
    // As `openssl dgst -sha256 -binary | openssl base64` says of it.
    expect(inlineScripts(folder)).toEqual(["'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='"]);
    rmSync(folder, { recursive: true });
  });

  it('are none without an interface', () => {
    expect(inlineScripts(null)).toEqual([]);
    expect(inlineScripts(join(tmpdir(), 'baton-nowhere'))).toEqual([]);
  });
});

describe('files of the interface', () => {
  const folder = mkdtempSync(join(tmpdir(), 'baton-web-'));
  const server = fastify();

  beforeAll(async () => {
    mkdirSync(join(folder, 'assets'));
    for (const name of ['index.html', 'sw.js', 'assets.js', 'assets/part.js']) writeFileSync(join(folder, name), '');
    await server.register(helmet, { contentSecurityPolicy: { directives: { 'script-src': ["'self'"] } } });
    await serveWeb(server, folder);
  });

  afterAll(async () => {
    await server.close();
    rmSync(folder, { recursive: true });
  });

  const headersOf = async (url: string) => (await server.inject({ url })).headers;

  it.each(['/', '/queue', '/sw.js', '/assets.js'])(
    'are asked for each time, and protected as pages are: %s',
    async (url) => {
      const headers = await headersOf(url);
      expect(headers['cache-control']).toBe('no-cache');
      expect(headers['content-security-policy']).toContain("script-src 'self'");
      expect(headers).toHaveProperty('cross-origin-opener-policy');
    },
  );

  it('are kept for good where their name says what is in them, and can do nothing by themselves', async () => {
    const headers = await headersOf('/assets/part.js');
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(headers['content-security-policy']).toBe("default-src 'none'; base-uri 'none'; frame-ancestors 'none'");
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['cross-origin-resource-policy']).toBe('same-origin');
    expect(headers).not.toHaveProperty('cross-origin-opener-policy');
  });
});
